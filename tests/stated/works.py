"""Real works and how their documents begin, for a test of which capture is whose."""

from dataclasses import dataclass

from tests.stated.facts import PROSE, TEXTS


@dataclass(frozen=True, slots=True)
class Book:
    """A work in the public domain, as its title page names it."""

    language: str
    title: str
    given: str
    family: str
    year: int


BOOKS = tuple(
    Book(language, *one)
    for language, of_language in {
        "en": [
            ("Pride and Prejudice", "Jane", "Austen", 1813),
            ("A Tale of Two Cities", "Charles", "Dickens", 1859),
            ("The Adventures of Tom Sawyer", "Mark", "Twain", 1876),
            ("Alice's Adventures in Wonderland", "Lewis", "Carroll", 1865),
            ("On the Origin of Species", "Charles", "Darwin", 1859),
        ],
        "de": [
            ("Die Leiden des jungen Werther", "Johann Wolfgang von", "Goethe", 1774),
            ("Also sprach Zarathustra", "Friedrich", "Nietzsche", 1883),
            ("Der Untertan seiner Zeit: Kritik der reinen Vernunft", "Immanuel", "Kant", 1781),
            ("Aus dem Leben eines Taugenichts", "Joseph von", "Eichendorff", 1826),
        ],
        "fr": [
            ("Madame Bovary: mœurs de province", "Gustave", "Flaubert", 1857),
            ("Le Comte de Monte-Cristo", "Alexandre", "Dumas", 1844),
            ("Vingt mille lieues sous les mers", "Jules", "Verne", 1870),
            ("Le Rouge et le Noir", "", "Stendhal", 1830),
        ],
        "es": [
            ("El sombrero de tres picos", "Pedro Antonio de", "Alarcón", 1874),
            ("Fortunata y Jacinta", "Benito", "Pérez Galdós", 1887),
            ("Los pazos de Ulloa", "Emilia", "Pardo Bazán", 1886),
        ],
        "it": [
            ("La coscienza di Zeno", "Italo", "Svevo", 1923),
            ("Le avventure di Pinocchio", "Carlo", "Collodi", 1883),
            ("I Promessi Sposi", "Alessandro", "Manzoni", 1827),
        ],
        "pt": [
            ("Memórias Póstumas de Brás Cubas", "Machado de", "Assis", 1881),
            ("O Crime do Padre Amaro", "Eça de", "Queirós", 1875),
            ("Os Maias: episódios da vida romântica", "José Maria", "Eça", 1888),
        ],
        "ru": [
            ("Мёртвые души", "Николай", "Гоголь", 1842),
            ("Преступление и наказание", "Фёдор", "Достоевский", 1866),
            ("Война и мир", "Лев", "Толстой", 1869),
        ],
        "cs": [
            ("Povídky malostranské", "Jan", "Neruda", 1878),
            ("Babička: obrazy venkovského života", "Božena", "Němcová", 1855),
            ("Cesty k povídkám z jedné kapsy", "Karel", "Čapek", 1929),
        ],
    }.items()
    for one in of_language
)  # fmt: skip
LOG_IN = {
    "en": "Log in\n\nUser name\n\nPassword\n\nForgotten your password?\n",
    "de": "Anmelden bei der Bibliothek\n\nBenutzername\n\nKennwort\n\nKennwort vergessen?\n",
    "fr": "Connexion au compte\n\nIdentifiant\n\nMot de passe\n",
    "es": "Iniciar sesión\n\nUsuario\n\nContraseña\n",
    "it": "Accedi al tuo conto\n\nNome utente\n\nParola chiave\n",
    "pt": "Iniciar sessão\n\nUtilizador\n\nSenha\n",
    "ru": "Вход в библиотеку\n\nИмя пользователя\n\nПароль\n",
    "cs": "Přihlášení čtenáře\n\nUživatelské jméno\n\nHeslo\n",
}
LATER = {
    "en": "2nd edition",
    "de": "2. Auflage",
    "fr": "2e édition",
    "es": "2.ª edición",
    "it": "2a edizione",
    "pt": "2.ª edição",
    "ru": "2-е изд.",
    "cs": "2. vyd.",
}


def body(language: str) -> str:
    """Pages of prose of a language."""
    return (PROSE / language / f"{TEXTS[language]}.txt").read_text("utf-8")


def documents(book: Book) -> list[str]:
    """Documents of a work: title pages in several ways above pages of prose, or none; a piece of it."""
    who, text = f"{book.given} {book.family}".strip(), body(book.language)
    return [
        f"{book.title}\n\n{who}\n\n{book.year}\n\n{text}",
        f"{book.title.upper()}\n\n{who.upper()}\n\n{text}",
        f"{who}\n\n{book.title}\n\n{text}",
        f"The Project Gutenberg eBook of {book.title}\n\nTitle: {book.title}\n\nAuthor: {who}\n\n{text}",
        f"{book.title.replace(': ', chr(10) * 2)}\n\n{text}",
        f"{who} · {book.year}\n\n{book.title}\n\n{text}",
        text.split("\n\n", 3)[-1],
    ]
