// Answers readers from the province's facts in memory, brought up to date at most once a second.
#pragma once

#include <memory>
#include <mutex>

#include "app/held_rights.hpp"
#include "app/province_facts.hpp"
#include "app/reading.hpp"
#include "app/unit_map.hpp"

namespace lth::app {

class Province final : public Reading, public CommonBooks, public Places, public UnitMap {
public:
    Province(Store& store, Clock& clock);

    core::Result<StandingView> standing(const Question& question) override;
    core::Result<UnitsView> units(std::optional<core::Date> as_of) override;
    core::Result<UnitView> unit(const Question& question) override;
    core::Result<ClubsView> clubs(const ClubsQuestion& question) override;
    core::Result<ClubView> club(const core::BookId& id, const Question& question) override;
    core::Result<AssociationsView> associations(const Question& question, int care_year) override;
    core::Result<EntriesView> entries(const core::BookId& id, std::uint64_t after,
                                      Page page) override;
    core::Result<EntryView> entry(const core::BookId& id, std::uint64_t seq) override;
    std::vector<AssociationLine> association_books() override;
    core::Result<MatterList> matters(const MatterQuestion& question) override;
    core::Result<std::vector<QuotaResult>> quotas(std::span<const core::UnitId> units) override;
    core::Result<std::vector<OpenGrant>> open_grants(const core::BookId& club) override;
    core::Result<std::vector<CareYear>> care(const core::BookId& book, int year) override;
    core::Result<std::vector<VisitLine>> visits() override;
    core::Result<PeriodView> period(const PeriodQuestion& question) override;
    std::vector<core::rating::Criteria> criteria() override;
    CommonBooks& common_books() override { return *this; }
    SchemesView schemes() override;
    core::Result<DraftedScheme> draft_scheme(const SchemeDraft& draft) override;
    ClustersView clusters() override;
    MapView map() override;
    core::Result<UnitStoryView> unit_story(std::string_view code_or_id) override;
    void written() override;
    bool simulated() override;
    bool healthy() override;

    /// On the map of today.
    std::vector<core::UnitId> units_over(const core::BookId& book) override;
    std::string name_of(const core::BookId& book) override;
    std::vector<core::UnitId> units_over(const core::UnitId& unit) override;
    /// On the map alone: no book stands at a cluster.
    std::vector<core::UnitId> units_over_unit(const core::UnitId& unit) override;
    std::vector<core::UnitId> units_over_village(const core::VillageId& village) override;
    bool has_association(const core::UnitId& unit, core::association::CareLevel level) override;
    std::vector<core::UnitId> units_over_on(const core::BookId& book, core::Date day) override;
    std::optional<UnitRef> find_unit(std::string_view code_or_id) override;

private:
    // A question with its defaults filled in, and the facts that answer it.
    struct Asked {
        ProvinceFacts* facts = nullptr;
        Frame frame;
        const facts::Ground* ground = nullptr;
        facts::Node node = facts::no_node;  // of the unit; no_node: the whole map
        facts::Scope scope;
        const core::registry::ClusterSet* cluster = nullptr;  // asked about in a unit's stead
    };
    [[nodiscard]] core::Result<Asked> ask(const Question& question);
    /// Of facts that outlive the answer, and know what the question asks.
    [[nodiscard]] core::Result<Asked> ask_of(ProvinceFacts& facts, const Question& question);
    [[nodiscard]] static PeriodView period_of(const Asked& asked, std::optional<core::Date> from);
    /// What the figures of the scope are made of, with today's knowledge.
    [[nodiscard]] std::vector<core::BookId> books_in(const Asked& asked);
    /// False if the cluster has no commune on the map.
    [[nodiscard]] static bool ask_cluster(Asked& asked, core::ClusterId id);
    [[nodiscard]] static std::vector<UnitRef> cluster_refs(const Asked& asked);
    [[nodiscard]] static std::vector<core::UnitId> over_relatives(const Asked& asked,
                                                                  const core::UnitId& unit);
    [[nodiscard]] ProvinceFacts& current();
    [[nodiscard]] const std::vector<ReformLine>& reforms();
    [[nodiscard]] ProvinceFacts& as_known(std::int64_t known_at);
    [[nodiscard]] static TrendView trend_of(ProvinceFacts& facts, const facts::Scheme& scheme,
                                            facts::Question about, const facts::Standing& now);
    [[nodiscard]] static TileMap tiles_of(ProvinceFacts& facts, const facts::Ground& ground,
                                          facts::Question about, const Question& question);
    [[nodiscard]] ClubLine club_line(const Asked& asked, const facts::Scene& scene,
                                     facts::ClubNumber club) const;
    [[nodiscard]] std::optional<core::BookId> only_book(core::BookKind kind);
    [[nodiscard]] std::optional<std::string> own_province_code();
    [[nodiscard]] core::Result<BookInfo> find_book(const core::BookId& id);
    [[nodiscard]] std::string book_name(const BookInfo& book);
    [[nodiscard]] std::vector<EntryLine> lines(const BookInfo& book,
                                               std::vector<core::SealedEntry> entries);

    Store& store_;
    Clock& clock_;
    std::mutex mutex_;
    std::unique_ptr<ProvinceFacts> facts_;
    std::uint64_t marker_ = 0;
    std::int64_t looked_at_ = 0;
    // The last earlier knowledge that was asked for: folding it anew takes seconds.
    std::unique_ptr<ProvinceFacts> earlier_;
    std::int64_t earlier_known_at_ = 0;
    // With the certificate of each, which counts the books twice: until something is written.
    std::optional<std::vector<ReformLine>> reforms_;
    std::uint64_t reforms_marker_ = 0;
};

}  // namespace lth::app
