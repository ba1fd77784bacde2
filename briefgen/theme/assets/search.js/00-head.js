/*
 * briefgen: the search, loaded when a reader opens its dialog. One classic script, as briefgen.js; its parts meet in
 * `briefgen.parts`. 10 and 15 are pure; 20 is the only part that loads something.
 */
briefgen.parts = {};
