/*
 * briefgen: what a page does beyond showing itself. The files of this folder are one classic script (a module
 * would not load from a file); each is a function of its own, and each page reads well without any of them.
 */
