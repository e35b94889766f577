// Spreadsheets taken in over HTTP: the file as the body, then what it would do, then the writing.
#include "http/handlers/office.hpp"
#include "http/handlers/questions.hpp"
#include "json/message.hpp"
#include "sheet/forms.hpp"

namespace lth::http {
namespace {

constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

core::Result<Response> workbook_response(core::Result<std::string> bytes, const std::string& name) {
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    Response response{
        .status = 200, .content_type = std::string(xlsx_type), .body = std::move(*bytes)};
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + name + ".xlsx\"");
    return response;
}

core::Result<Response> shown(core::Result<intake::PreviewView> view) {
    if (!view) return std::unexpected(std::move(view.error()));
    return json_response(json::write_message(*view));
}

/// What most of these do: ask the desk in the name of whoever is signed in.
template <class Ask>
core::Result<Response> ask(const Call& call, Ask ask_desk) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    return shown(ask_desk(call.services.imports, who->account.id));
}

}  // namespace

core::Result<Response> api_imports(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto list = call.services.imports.list(who->account.id);
    if (!list) return std::unexpected(list.error());
    return json_response(json::write_message(*list));
}

core::Result<Response> api_hand_in(const Call& call) {
    const auto& target = call.request.target;
    intake::Upload upload{.kind = std::string(target.parameter("kind").value_or("")),
                          .file = std::string(target.parameter("name").value_or("")),
                          .bytes = call.request.body};
    const auto as_of = read_date(call, "as_of");
    if (!as_of) return std::unexpected(as_of.error());
    upload.choices.as_of = *as_of;
    const auto partial = target.parameter("partial").value_or("no");
    if (partial != "yes" && partial != "no") {
        return core::reject("question.choice.unknown", "partial",
                            {{"value", std::string(partial)}});
    }
    upload.choices.legal_basis = std::string(target.parameter("legal_basis").value_or(""));
    upload.choices.partial = partial == "yes";
    return ask(call, [&](intake::ImportDesk& desk, const core::AccountId& officer) {
        return desk.hand_in(officer, std::move(upload));
    });
}

core::Result<Response> api_my_import(const Call& call) {
    return ask(call, [](auto& desk, const auto& officer) { return desk.look(officer); });
}

core::Result<Response> api_choose_import(const Call& call) {
    const auto choices = json::read_message<intake::Choices>(call.request.body, "import");
    if (!choices) return std::unexpected(choices.error());
    return ask(call, [&](intake::ImportDesk& desk, const core::AccountId& officer) {
        return desk.choose(officer, *choices);
    });
}

core::Result<Response> api_drop_import(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    if (const auto done = call.services.imports.put_away(who->account.id); !done) {
        return std::unexpected(done.error());
    }
    return json_response("{}");
}

core::Result<Response> api_write_import(const Call& call) {
    return ask(call, [](auto& desk, const auto& officer) { return desk.write(officer); });
}

core::Result<Response> api_stop_import(const Call& call) {
    return ask(call, [](auto& desk, const auto& officer) { return desk.stop(officer); });
}

core::Result<Response> api_undo_import(const Call& call) {
    const auto& text = call.path.at("id");
    const auto job = core::parse_uuid(text);
    if (!job) return core::reject("import.unknown", "import", {{"found", text}});
    return ask(call, [&](intake::ImportDesk& desk, const core::AccountId& officer) {
        return desk.undo(officer, *job);
    });
}

core::Result<Response> api_books_out(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto unit = call.request.target.parameter("unit").value_or("");
    return workbook_response(call.services.imports.workbook(who->account.id, unit),
                             "so-cau-lac-bo");
}

core::Result<Response> api_import_form(const Call& call) {
    const auto who = signed_in(call);
    if (!who) return std::unexpected(who.error());
    const auto& id = call.path.at("kind");
    const auto* kind = sheet::find_import_kind(id);
    if (kind == nullptr) return core::reject("question.choice.unknown", "kind", {{"value", id}});
    return workbook_response(sheet::template_bytes(*kind), id);
}

}  // namespace lth::http
