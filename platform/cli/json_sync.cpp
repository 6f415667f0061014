#include "core/services/sync_service.hpp"
#include "core/sync/store_probe.hpp"
#include "platform/cli/json_parts.hpp"

namespace kindling::cli {

std::string store_json(const std::string& where) { return dump(Json{{"store", where}}); }

std::string store_report_json(const StoreReport& report) {
  return dump(Json{{"verdict", std::string(name_of(report.verdict()))},
                   {"summary", report.summary()},
                   {"findings", array_of(report.findings, [](const StoreFinding& finding) {
                      return Json{{"trait", finding.trait},
                                  {"verdict", std::string(name_of(finding.verdict))},
                                  {"sentence", finding.sentence},
                                  {"advice", text_or_null(finding.advice)},
                                  {"ms", finding.took.count() < 0 ? Json(nullptr) : Json(finding.took.count())}};
                    })}});
}

std::string pairing_json(const Context& context, const PairingView& view) {
  return dump(Json{{"state", std::string(name_of(view.step))},
                   {"partner", text_or_null(view.partner_name)},
                   {"device", text_or_null(view.partner_device)},
                   {"safety_number", text_or_null(view.safety_number)},
                   {"expires", view.expires ? instant(context, *view.expires) : Json(nullptr)},
                   {"used_twice", view.used_twice}});
}

std::string pairing_offer_json(const Context& context, const PairingOfferView& offer) {
  return dump(Json{{"code", offer.code}, {"words", offer.words}, {"expires", instant(context, offer.expires)}});
}

std::string sync_json(const Context& context, const ExchangeReport& report, const std::optional<Instant>& last,
                      bool waiting) {
  return dump(Json{{"published", report.published},
                   {"taken", report.taken},
                   {"healed", report.healed},
                   {"damaged", report.damaged},
                   {"on_the_way", report.waiting},
                   {"forked", report.forked},
                   {"store_emptied", report.store_emptied},
                   {"waiting_to_go_out", waiting},
                   {"last_round", last ? instant(context, *last) : Json(nullptr)}});
}

std::string devices_json(const std::vector<DeviceView>& devices) {
  return dump(array_of(devices, [](const DeviceView& device) {
    return Json{{"id", to_string(device.stream)}, {"person", device.person_name}, {"device", device.device_name},
                {"this", device.is_this},         {"revoked", device.closed},     {"operations", device.operations}};
  }));
}

}  // namespace kindling::cli
