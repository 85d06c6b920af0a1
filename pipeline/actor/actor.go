// Package actor decides who a mention is: it links the mentions of an article to each
// other and, through a registry, to actors known across articles and languages.
package actor

import (
	"strings"
	"time"

	"stance/pipeline/sentence"
)

// Actor is who a mention refers to.
//
// ID is the registry's id where the registry knows the actor. Else it is "x." and 12 hex
// digits of the SHA-256 of the normalised name, the same in every article. A pronoun that
// nothing in the article explains has the ID "pronoun:" and its form, with type unknown: it
// counts as a mention but says nothing about who it is, so it must not be pooled.
type Actor struct {
	ID   string
	Name string // canonical English name from the registry; else the longest name the article gives
	Type string // person, state, government, body, party, armed_group, official, group or unknown
}

// PronounPrefix begins the ID of a pronoun that nothing in the article explains.
const PronounPrefix = "pronoun:"

// Unexplained tells whether the actor is a pronoun of which nobody knows whom it means.
func (a Actor) Unexplained() bool { return strings.HasPrefix(a.ID, PronounPrefix) }

// Types of an Actor.
const (
	Person     = "person"
	State      = "state"
	Government = "government"
	Body       = "body"
	Party      = "party"
	ArmedGroup = "armed_group"
	Official   = "official"
	Group      = "group"
	Unknown    = "unknown"
)

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
	Date      time.Time // of publication; zero where unknown: the registry's undated and still valid entries count then
	Lang      string    // of most of the article; used where a sentence's own language is unknown
	Sentences []sentence.Sentence
	Mentions  []Mention // best ordered by Start; any order works
}

// Link says who one mention is.
type Link struct {
	Actor   Actor
	Pronoun bool // the mention is a pronoun
}

// Links is the outcome for one article: one Link for each of Document.Mentions, in their
// order, and for each sentence that goes on with a quotation without naming its speaker,
// that speaker.
type Links struct {
	Mentions []Link
	Speakers map[int]Actor // by index into Document.Sentences
}
