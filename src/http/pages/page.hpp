// The frame around each page: head, navigation, dates kept in every link, label of simulated data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/reading.hpp"
#include "http/message.hpp"
#include "http/pages/html.hpp"
#include "http/pages/words.hpp"

namespace lth::http::pages {

using Parameters = std::vector<std::pair<std::string_view, std::string>>;

/// Addresses inside the site that keep what the reader chose: the dates, the scheme, the language.
class Links {
public:
    explicit Links(const Request& request);

    [[nodiscard]] core::Language language() const { return language_; }
    /// Whoever reads has a session, for all that a page can tell.
    [[nodiscard]] bool signed_in() const { return signed_in_; }
    /// `path` is absolute; a parameter replaces what was kept, an empty one drops it.
    [[nodiscard]] std::string to(std::string_view path, const Parameters& extra = {}) const;
    /// This very page in the other language.
    [[nodiscard]] std::string other_language() const;
    /// The value that is kept, for forms.
    [[nodiscard]] std::string kept(std::string_view name) const;

private:
    core::Language language_;
    bool signed_in_;
    std::string here_;
    std::vector<std::pair<std::string, std::string>> kept_;
    std::vector<std::pair<std::string, std::string>> all_;
};

enum class Tab { none, standing, units, clubs, claims };

struct Head {
    Tab tab = Tab::none;
    std::string title;
    bool simulated = false;
    std::string json = {};  // where the same stands as JSON
};

class Page : public Html {
public:
    Page(const Links& links, const Head& head);

    /// Text of the dictionary in the reader's language.
    [[nodiscard]] std::string_view say(const Phrase& phrase) const {
        return phrase.in(links_.language());
    }
    [[nodiscard]] const std::string& say(const facts::Text& text) const {
        return links_.language() == core::Language::vi ? text.vi : text.en;
    }
    [[nodiscard]] const Links& links() const { return links_; }
    [[nodiscard]] core::Language language() const { return links_.language(); }

    Page& link(std::string_view text, const std::string& address);
    /// Of a select in which `chosen` is chosen.
    Page& option(std::string_view text, std::string_view value, std::string_view chosen);
    /// A column's head.
    Page& column(const Phrase& phrase, std::string_view css = {});
    /// A cell that says its column where the table is shown as a list (narrow screens).
    Page& cell(const Phrase& column, std::string_view content, std::string_view css = {});
    Page& open_cell(const Phrase& column, std::string_view css = {});
    Page& open_table(const Phrase& caption, std::string_view css = {});
    Page& term(const Phrase& name, std::string_view content);

    /// From the province to the unit, each a link to its area.
    void breadcrumbs(const app::Frame& frame);
    void footnote(const app::Frame& frame);

    [[nodiscard]] Response finish(unsigned status = 200) &&;

private:
    void head(const Head& head);
    void navigation(Tab tab);

    Links links_;
    std::string json_;
};

}  // namespace lth::http::pages
