#include "platform/cli/json_parts.hpp"

namespace kindling::cli {
namespace {

Json date_or_null(const std::optional<LocalDate>& date) { return date ? Json(to_string(*date)) : Json(nullptr); }

template <NamedEnum E>
Json names_of(const std::vector<E>& values) {
  return array_of(values, [](E value) { return std::string(name_of(value)); });
}

Json to_json(const Context& context, const Appreciation& appreciation) {
  return {{"id", to_string(appreciation.id)}, {"at", instant(context, appreciation.at)}, {"text", appreciation.text}};
}

Json to_json(const Context& context, const PromptAnswer& answer, const std::string& question) {
  return {{"id", to_string(answer.id)},
          {"at", instant(context, answer.at)},
          {"prompt", answer.prompt},
          {"question", text_or_null(question)},
          {"text", answer.text}};
}

Json with_verdict(Json json, const IdeaView& idea) {
  json["mark"] = idea.verdict == Verdict::none ? Json(nullptr) : Json(name_of(idea.verdict));
  json["last_shown"] = date_or_null(idea.last_shown);
  json["own"] = idea.own;
  return json;
}

}  // namespace

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json instant(const Context& context, Instant at) {
  return to_string(std::chrono::floor<std::chrono::seconds>(at), context.offset_at(at));
}

Json to_json(const Context& context, const Occurrence& occurrence) {
  return {{"date", to_string(date_of(occurrence.nominal))},
          {"local", to_string(occurrence.local)},
          {"at", instant(context, occurrence.utc)},
          {"utc", to_utc_string(occurrence.utc)}};
}

Json to_json(const Context& context, const ReminderView& view) {
  const Reminder& reminder = view.reminder;
  const Schedule& schedule = reminder.schedule;
  return {{"id", to_string(reminder.id)},
          {"title", reminder.title},
          {"at", to_string(time_of(schedule.start))},
          {"repeat", schedule.rule ? Json(to_string(*schedule.rule)) : Json(nullptr)},
          {"from", to_string(date_of(schedule.start))},
          {"cue", text_or_null(reminder.cue)},
          {"kind", name_of(reminder.kind)},
          {"zone", text_or_null(schedule.zone)},
          {"window", reminder.window ? Json(to_string(*reminder.window)) : Json(nullptr)},
          {"for", reminder.space == SpaceKind::couple ? "both" : "me"},
          {"paused", reminder.paused},
          {"next", view.next ? to_json(context, *view.next) : Json(nullptr)}};
}

Json to_json(const RitualView& view, bool with_strength) {
  const Ritual& ritual = view.ritual;
  Json json = {{"id", to_string(ritual.id)},
               {"title", ritual.title},
               {"kind", name_of(ritual.kind)},
               {"at", to_string(time_of(ritual.schedule.start))},
               {"repeat", ritual.schedule.rule ? Json(to_string(*ritual.schedule.rule)) : Json(nullptr)},
               {"from", to_string(date_of(ritual.schedule.start))},
               {"minutes", ritual.length.count()},
               {"steps", ritual.steps}};
  if (with_strength) json["strength"] = view.strength;
  json["resting_until"] = date_or_null(view.resting_until);
  json["due_today"] = view.due_today;
  json["done_today"] = view.done_today;
  return json;
}

Json to_json(const Context& context, const Plan& plan) {
  return {{"id", to_string(plan.id)},
          {"title", plan.title},
          {"start", to_string(plan.start)},
          {"zone", plan.zone},
          {"at", instant(context, plan.at)},
          {"utc", to_utc_string(plan.at)},
          {"end", instant(context, plan.at + plan.length)},
          {"minutes", plan.length.count()},
          {"state", name_of(plan.state)},
          {"idea", text_or_null(plan.idea)},
          {"place", text_or_null(plan.place)},
          {"tasks", array_of(plan.tasks,
                             [&](const PlanTask& task) {
                               return Json{{"number", task.number},
                                           {"title", task.title},
                                           {"done", task.done},
                                           {"due", date_or_null(due_date(plan, task))}};
                             })},
          {"shopping", array_of(plan.items,
                                [](const PlanItem& item) {
                                  return Json{{"number", item.number}, {"title", item.title}, {"done", item.done}};
                                })},
          {"note", text_or_null(plan.note)}};
}

Json to_json(const Context& context, const CheckIn& check_in) {
  return {{"id", to_string(check_in.id)},
          {"at", instant(context, check_in.at)},
          {"utc", to_utc_string(check_in.at)},
          {"zone", check_in.zone},
          {"valence", check_in.valence},
          {"energy", check_in.energy},
          {"feelings", check_in.feelings},
          {"note", text_or_null(check_in.note)},
          {"need", text_or_null(check_in.need)},
          {"share", name_of(check_in.share)},
          {"by", "me"}};
}

Json to_json(const Memory& memory) {
  return {{"id", to_string(memory.id)}, {"date", to_string(memory.date)}, {"text", memory.text}};
}

Json idea_to_json(const Content& content) {
  Json json = {{"id", content.id},
               {"title", content.name()},
               {"text", text_or_null(content.text)},
               {"kind", name_of(content.kind)},
               {"category", text_or_null(content.category)},
               {"minutes", content.minutes},
               {"comfort", content.comfort},
               {"depth", content.depth},
               {"effort", content.effort}};
  if (content.kind == ContentKind::gesture) {
    json["cost"] = name_of(content.cost);
    json["place"] = name_of(content.place);
    json["cue"] = text_or_null(content.cue);
    json["setting"] = text_or_null(content.setting);
    json["moment"] = name_of(content.moment);
    json["touch"] = names_of(content.touch);
  } else if (content.kind == ContentKind::ritual) {
    json["at"] = text_or_null(content.at);
    json["repeat"] = text_or_null(content.rule);
    json["steps"] = content.steps;
  } else if (content.kind != ContentKind::reply) {
    json["cost"] = name_of(content.cost);
    json["place"] = name_of(content.place);
    json["seasons"] = names_of(content.seasons);
    json["kids"] = names_of(content.kids);
    json["afar"] = content.afar;
    json["materials"] = content.materials;
    json["lead_days"] = content.lead_days;
    json["novelty"] = content.novelty;
    json["setting"] = text_or_null(content.setting);
    json["weather"] = text_or_null(content.weather);
    json["daylight"] = text_or_null(content.daylight);
    json["time_of_day"] = content.time_of_day;
    json["travel_minutes"] = content.travel_minutes;
    json["noise"] = text_or_null(content.noise);
    json["step_free"] = content.step_free;
    json["timeline"] = array_of(content.errands, [](const Errand& errand) {
      return Json{{"days_before", errand.days_before}, {"text", errand.text}};
    });
    Json steps = Json::array();
    for (std::size_t i = 0; i < std::min(content.steps.size(), content.hands.size()); ++i)
      steps.push_back({{"who", name_of(content.hands[i])}, {"text", content.steps[i]}});
    json["steps"] = steps;
  }
  return json;
}

Json reply_to_json(const Content& content) {
  return {{"id", content.id}, {"situation", content.category}, {"text", content.text}, {"comfort", content.comfort}};
}

// A gentle start, a rung, an article or a programme's day: what its kind has.
Json piece_to_json(const Content& content) {
  Json json{{"id", content.id},     {"category", content.category}, {"title", text_or_null(content.title)},
            {"text", content.text}, {"comfort", content.comfort},   {"minutes", content.minutes}};
  if (content.kind == ContentKind::start) {
    json["harsh"] = content.harsh;
    json["feeling"] = content.feeling;
    json["fact"] = content.fact;
    json["need"] = content.need;
    json["request"] = content.request;
  }
  if (content.kind == ContentKind::rung || content.kind == ContentKind::session)
    json["touch"] = names_of(content.touch);
  if (!content.body.empty()) json["body"] = content.body;
  if (!content.steps.empty()) json["steps"] = content.steps;
  if (content.kind == ContentKind::practice) {
    json["choices"] = content.choices;
    json["feedback"] = content.feedback;
    json["replies"] = content.replies;
  }
  return json;
}

Json prompt_to_json(const Content& content) {
  return {{"id", content.id},       {"deck", content.category},   {"text", content.text},
          {"depth", content.depth}, {"comfort", content.comfort}, {"minutes", content.minutes}};
}

namespace {

Json prompt_view_to_json(const IdeaView& prompt) {
  Json json = prompt_to_json(prompt.content);
  json["last_shown"] = date_or_null(prompt.last_shown);
  json["favourite"] = prompt.verdict == Verdict::yes;
  json["own"] = prompt.own;
  return json;
}

}  // namespace

std::string reminder_json(const Context& context, const ReminderView& view) { return dump(to_json(context, view)); }
std::string reminders_json(const Context& context, const std::vector<ReminderView>& views) {
  return dump(array_of(views, [&](const ReminderView& view) { return to_json(context, view); }));
}
std::string occurrences_json(const Context& context, const std::vector<Occurrence>& occurrences) {
  return dump(array_of(occurrences, [&](const Occurrence& occurrence) { return to_json(context, occurrence); }));
}

std::string ritual_json(const RitualView& view) { return dump(to_json(view, true)); }
std::string rituals_json(const std::vector<RitualView>& views) {
  return dump(array_of(views, [](const RitualView& view) { return to_json(view, true); }));
}

std::string plan_json(const Context& context, const Plan& plan) { return dump(to_json(context, plan)); }
std::string plans_json(const Context& context, const std::vector<Plan>& plans) {
  return dump(array_of(plans, [&](const Plan& plan) { return to_json(context, plan); }));
}
std::string shopping_json(const Plan& plan) {
  Json open = Json::array();
  for (const PlanItem& item : plan.items) {
    if (!item.done) open.push_back({{"number", item.number}, {"title", item.title}});
  }
  return dump(open);
}
std::string slots_json(const Context& context, const std::vector<Slot>& slots) {
  return dump(array_of(slots, [&](const Slot& slot) {
    return Json{{"start", instant(context, slot.begin)},
                {"end", instant(context, slot.end)},
                {"minutes", std::chrono::floor<std::chrono::minutes>(slot.end - slot.begin).count()}};
  }));
}

std::string check_in_json(const Context& context, const CheckIn& check_in) { return dump(to_json(context, check_in)); }
std::string check_ins_json(const Context& context, const std::vector<CheckInView>& check_ins) {
  return dump(array_of(check_ins, [&](const CheckInView& view) {
    Json json = to_json(context, view.check_in);
    json["by"] = view.is_partners ? "partner" : "me";
    return json;
  }));
}

std::string memory_json(const Memory& memory) { return dump(to_json(memory)); }
std::string memories_json(const std::vector<Memory>& memories) {
  return dump(array_of(memories, [](const Memory& memory) { return to_json(memory); }));
}
std::string reminiscing_json(const std::optional<Reminiscing>& found) {
  if (!found) return dump(nullptr);
  return dump(Json{{"memory", to_json(found->memory)}, {"questions", found->questions}});
}
std::string appreciation_json(const Context& context, const Appreciation& appreciation) {
  return dump(to_json(context, appreciation));
}
std::string appreciations_json(const Context& context, const std::vector<Appreciation>& appreciations) {
  return dump(array_of(appreciations, [&](const Appreciation& one) { return to_json(context, one); }));
}
std::string answer_json(const Context& context, const PromptAnswer& answer, const std::string& question) {
  return dump(to_json(context, answer, question));
}
std::string answers_json(const Context& context, const std::vector<AnswerView>& answers) {
  return dump(array_of(answers, [&](const AnswerView& one) { return to_json(context, one.answer, one.question); }));
}

std::string idea_json(const IdeaView& idea) {
  if (idea.content.kind == ContentKind::prompt) return prompt_json(idea);
  return dump(with_verdict(idea_to_json(idea.content), idea));
}
std::string ideas_json(const std::vector<IdeaView>& ideas) {
  return dump(array_of(ideas, [](const IdeaView& idea) { return with_verdict(idea_to_json(idea.content), idea); }));
}
std::string prompt_json(const IdeaView& prompt) { return dump(prompt_view_to_json(prompt)); }
std::string prompts_json(const std::vector<IdeaView>& prompts) { return dump(array_of(prompts, prompt_view_to_json)); }
std::string replies_json(const std::vector<Content>& replies) {
  return dump(array_of(replies, [](const Content& reply) { return reply_to_json(reply); }));
}
std::string pieces_json(const std::vector<Content>& pieces) {
  return dump(array_of(pieces, [](const Content& piece) { return piece_to_json(piece); }));
}
std::string programme_json(const std::optional<ProgrammeView>& view) {
  if (!view) return dump(Json{{"programme", nullptr}});
  return dump(Json{{"programme", name_of(view->programme)},
                   {"day", view->day},
                   {"days", view->days},
                   {"session", view->session ? piece_to_json(*view->session) : Json()},
                   {"waits", view->waits},
                   {"done_today", view->done_today},
                   {"paused", view->paused}});
}
std::string decks_json(const std::vector<Deck>& decks) {
  return dump(array_of(decks, [](const Deck& deck) {
    return Json{{"name", deck.name},
                {"prompts", deck.prompts},
                {"least_depth", deck.least_depth},
                {"most_depth", deck.most_depth}};
  }));
}

}  // namespace kindling::cli
