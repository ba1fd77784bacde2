/* search: none */
