// For fakes of Reading: a province without schemes, clusters and reforms.
#pragma once

#include "app/common_books.hpp"

namespace lth::tests {

class NoCommonBooks final : public app::CommonBooks {
public:
    app::SchemesView schemes() override { return {}; }
    core::Result<app::DraftedScheme> draft_scheme(const app::SchemeDraft& draft) override {
        return core::reject("question.scheme.unknown", "copy_of", {{"scheme", draft.copy_of}});
    }
    app::ClustersView clusters() override { return {}; }
    app::MapView map() override { return {}; }
    core::Result<app::UnitStoryView> unit_story(std::string_view code_or_id) override {
        return core::reject("question.unit.unknown", "unit",
                            {{"unit", std::string(code_or_id)}, {"date", "2020-09-30"}});
    }
};

}  // namespace lth::tests
