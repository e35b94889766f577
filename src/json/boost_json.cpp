// Boost.JSON is compiled here and nowhere else, the same natively and for WebAssembly.
#include <boost/json/src.hpp>
