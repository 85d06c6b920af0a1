package sink

import "time"

// Scores are calibrated probabilities and the decisions taken on them.
type Scores struct {
	PHawkish, PConciliatory, PConditional float32
	Hawkish, Conciliatory, Conditional    bool
	PNegative, PNeutral, PPositive        float32
	Sentiment                             string // negative, neutral or positive
}

// MentionRow is a row of the table "mentions": one actor mention in one sentence.
type MentionRow struct {
	ArticleID     string
	SentenceIndex int32
	Section       string // title, body or caption
	Lang          string
	Sentence      string
	ActorID       string
	ActorName     string
	ActorType     string
	Mention       string // empty where Implied
	Start, End    int32  // runes of the article's text; Start == End where Implied
	IsPronoun     bool
	Implied       bool // the speaker of a quotation that goes on without naming him
	Scores
	Model       string
	PublishedAt time.Time // zero is written as null
}

// ActorRow is a row of the table "actors": one actor in one article.
type ActorRow struct {
	ArticleID         string
	ActorID           string
	ActorName         string
	ActorType         string
	Mentions          int32 // mentions, implied ones included
	Sentences         int32 // sentences with at least one of them
	Scores                  // pooled over the sentences
	StrongestSentence string
	StrongestIndex    int32 // its sentence_index
	Model             string
	PublishedAt       time.Time
}

// ArticleRow is a row of the table "articles": one article as read.
type ArticleRow struct {
	ArticleID   string
	Source      string
	Line        int32
	URL         string
	Title       string
	Lang        string // of most of its sentences
	Text        string // what start and end in the table mentions count code points of
	ContentHash string
	Model       string // hash of the model
	Sentences   int32
	Mentions    int32
	Actors      int32
	Status      string // ok, or empty where no sentence was found
	PublishedAt time.Time
}

// RejectRow is a row of the table "rejects": an input that could not be used.
type RejectRow struct {
	Path   string
	Line   int32
	Reason string
}
