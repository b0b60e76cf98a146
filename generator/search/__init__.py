"""The index that search asks: what is indexed of an entry, in which shard, by Pagefind, and in which files it is published."""
