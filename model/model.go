// Package model scores sentences with a bundled ONNX model: which spans are actors, what
// stance each one shows and how it is portrayed.
package model

// Indices into the stance scores: three independent sigmoids.
const (
	Hawkish = iota
	Conciliatory
	Conditional
)

// Indices into the sentiment scores: one softmax.
const (
	Negative = iota
	Neutral
	Positive
)

// StanceNames and SentimentNames give the labels' names by index.
var (
	StanceNames    = [3]string{"hawkish", "conciliatory", "conditional"}
	SentimentNames = [3]string{"negative", "neutral", "positive"}
)

// Logits are the read-outs of one span, averaged over its tokens.
type Logits struct {
	Stance    [3]float32
	Sentiment [3]float32
	Tokens    int // how many tokens the averages stand for: the weight in pooling
}

// Mention is one actor mention in a sentence. Start and End are runes of the sentence as given.
type Mention struct {
	Start, End int
	Confidence float32 // mean probability of its tags, 0 to 1; 1 for a given span
	Logits
}

// Input is a sentence to score. Where Spans is not nil, exactly these mentions are scored
// ("given mentions"); else the model finds them itself.
type Input struct {
	Text  string
	Spans [][2]int // runes of Text, [start, end)
}

// Output is what the model says of one sentence.
type Output struct {
	Mentions []Mention // ordered by Start; with given spans, in their order
	Speaker  Logits    // read-out of [CLS]: the speaker of a quotation who is not named in it
}

// Scores are calibrated probabilities of one actor in one sentence, and the decisions on them.
type Scores struct {
	PStance    [3]float32
	Stance     [3]bool
	PSentiment [3]float32
	Sentiment  int
}
