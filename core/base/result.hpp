// Result<T>: a value or an Error, with the names of std::expected, so that it can become an alias
// once every supported compiler has it. Value types; no allocation of their own; any thread.
#pragma once

#include <cassert>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace kindling {

// What kind of thing went wrong. The order is that of the command line's exit codes 1 to 6.
enum class ErrorCode { failed = 1, usage, not_found, invalid, locked, newer };

// The stable name of a code, as printed in JSON: "failed", "usage", "not-found", "invalid", "locked", "newer".
[[nodiscard]] std::string_view name_of(ErrorCode code) noexcept;

// Why something could not be done. `message` is one sentence without final stop that says what was wrong
// and what would be right. It may hold ids, limits and names of options, never a user's words.
struct Error {
  ErrorCode code = ErrorCode::failed;
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

[[nodiscard]] inline Error failed(std::string message) { return {ErrorCode::failed, std::move(message)}; }
[[nodiscard]] inline Error invalid(std::string message) { return {ErrorCode::invalid, std::move(message)}; }
[[nodiscard]] inline Error not_found(std::string message) { return {ErrorCode::not_found, std::move(message)}; }

template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // REQUIRES: has_value().
  [[nodiscard]] T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !has_value().
  [[nodiscard]] const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

  template <class U>
  [[nodiscard]] T value_or(U&& other) const& {
    return has_value() ? value() : static_cast<T>(std::forward<U>(other));
  }

  // f: T -> Result<U>.
  template <class F>
  auto and_then(F&& f) && -> std::invoke_result_t<F, T> {
    if (!has_value()) return std::move(*this).error();
    return std::invoke(std::forward<F>(f), std::move(*this).value());
  }

  // f: T -> U, where U is not void.
  template <class F>
  auto transform(F&& f) && -> Result<std::invoke_result_t<F, T>> {
    if (!has_value()) return std::move(*this).error();
    return std::invoke(std::forward<F>(f), std::move(*this).value());
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Error error) : error_(std::move(error)), has_value_(false) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return has_value_; }
  explicit operator bool() const noexcept { return has_value_; }

  // REQUIRES: !has_value().
  [[nodiscard]] const Error& error() const& {
    assert(!has_value_);
    return error_;
  }
  [[nodiscard]] Error&& error() && {
    assert(!has_value_);
    return std::move(error_);
  }

  // f: () -> Result<U>.
  template <class F>
  auto and_then(F&& f) && -> std::invoke_result_t<F> {
    if (!has_value_) return std::move(error_);
    return std::invoke(std::forward<F>(f));
  }

 private:
  Error error_;
  bool has_value_ = true;
};

}  // namespace kindling
