// Liên Thế Hệ: the one binary.
#include "cli/cli.hpp"

int main(int argc, char** argv) { return lth::cli::run(argc, argv); }
