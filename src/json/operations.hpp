// The bodies of entries of every kind of book.
#pragma once

#include "json/association_body.hpp"
#include "json/club_body.hpp"
#include "json/registry_body.hpp"
#include "json/territory_body.hpp"
