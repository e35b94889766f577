// What the associations of a unit have recorded, as documents tell it: care funds, quotas,
// trainings, matters that wait for an answer.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/frame.hpp"
#include "app/matters.hpp"
#include "core/association/operations.hpp"
#include "core/association/publication.hpp"
#include "facts/care_years.hpp"

namespace lth::app {

/// A care fund in the year that is published.
struct CareFundLine {
    core::BookId book = {};
    std::string association;
    std::string unit;  // on the map, with its kind; empty: nobody knows
    core::association::CareLevel level = core::association::CareLevel::commune;
    facts::Basis basis = facts::Basis::book;                         // what its year rests on
    std::optional<core::association::Publication> published = {};    // by its book, up to as_of
    std::optional<core::association::CareYearReported> stated = {};  // if the year rests on that
    std::optional<core::Date> opened = {};                           // the book, if within the year
    bool own = false;  // of the unit asked about itself
};

struct CareYearLine {
    int year = 0;
    facts::CareYearTotal all;
    facts::CareYearTotal top;  // province and branch
};

/// Where an operation stands: its private text is there, for whoever may read it.
struct OpPlace {
    core::BookId book = {};
    std::uint64_t seq = 0;
    std::uint32_t op_index = 0;
};

struct TrainingLine {
    core::Date on;
    std::string association;
    core::association::TrainingTopic topic = core::association::TrainingTopic::other;
    std::int64_t days = 0;
    std::int64_t participants = 0;
    std::int64_t clubs = 0;  // that are known to have sent somebody
    OpPlace place = {};
};

/// An obstacle or a proposal.
struct MatterLine {
    core::Date on;
    std::string association;
    core::association::Subject subject = core::association::Subject::other;
    std::string club;  // empty: of none
    std::string to;    // of a proposal: the body that decides
    core::association::CareLevel level = core::association::CareLevel::province;  // who answers
    std::string document;                                                         // of a proposal
    bool proposal = false;
    OpPlace place = {};
    std::optional<core::Date> ended_on = {};
    std::optional<core::association::Outcome> outcome = {};    // of an obstacle
    std::optional<core::association::Decision> decision = {};  // of a proposal
    std::string decided_by = {};                               // the decision's document
    OpPlace end = {};                                          // if it has ended
};

struct SteeringLine {
    core::Date on;
    std::int64_t present = 0;
    OpPlace place = {};
};

/// A report that a unit owes: its day has passed and it was not handed in, or was given back.
struct OwedReportLine {
    core::Date due;
    core::association::ReportKind kind = core::association::ReportKind::year;
    std::string unit;  // on the map, with its kind
};

/// A unit or its villages wait for a decision since the map moved.
struct UnitDecisionLine {
    core::Date since;
    std::string unit;
    std::int64_t villages = 0;  // not yet assigned
    bool split = false;         // false: nobody knows what became of the unit
};

/// All of the scope, up to as_of.
struct AssociationsView {
    Frame frame;
    std::string association;        // of the unit asked about; empty: of a cluster
    std::string upper_association;  // of the nearest unit above it that has one of its own
    int care_year = 0;              // of `funds`
    std::vector<CareFundLine> funds;
    std::vector<CareYearLine> care_years;       // from the scheme's first to that of as_of
    std::vector<QuotaResult> quotas;            // of the years of the scheme, if one was asked for
    std::map<int, std::int64_t> beside_quotas;  // launched in these where none was assigned
    std::vector<TrainingLine> trainings;
    std::vector<MatterLine> matters;
    std::vector<SteeringLine> steering;
    std::vector<UnitDecisionLine> decisions;
    std::vector<OwedReportLine> owed;
};

}  // namespace lth::app
