// Package actor decides who a mention is: it links the mentions of an article to each
// other and, through a registry, to actors known across articles and languages.
package actor

import "stance/pipeline/sentence"

// Actor is who a mention refers to.
type Actor struct {
	ID   string // registry id, or a stable one made from the name where the registry does not know it
	Name string // canonical English name from the registry; else the longest name the article gives
	Type string // person, state, government, body, party, armed_group, official, group or unknown
}

// Mention is a span that the model (or the caller) says is an actor mention.
// Start and End are runes of the article's text.
type Mention struct {
	Sentence   int // index into Document.Sentences
	Start, End int
	Text       string
}

// Document is what the linker sees of one article.
type Document struct {
	Text      string
	Sentences []sentence.Sentence
	Mentions  []Mention // ordered by Start
}

// Link says who one mention is.
type Link struct {
	Actor   Actor
	Pronoun bool // the mention is a pronoun
}

// Links is the outcome for one article: one Link for each of Document.Mentions, and for
// each sentence that goes on with a quotation without naming its speaker, that speaker.
type Links struct {
	Mentions []Link
	Speakers map[int]Actor // by index into Document.Sentences
}
