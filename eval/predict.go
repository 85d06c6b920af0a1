// Package eval says how far a model can be trusted: it scores labelled sentences with given
// mentions and with the mentions that the model finds, puts 95 % bootstrap intervals and
// baselines beside the figures, and compares models.
package eval

import (
	"context"
	"fmt"
	"strings"

	"stance/eval/labelled"
	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/article"
	"stance/pipeline/sentence"
)

// Scorer scores sentences; model.Model is one.
type Scorer interface {
	Score(ctx context.Context, inputs []model.Input) ([]model.Output, error)
	Decide(mentions ...model.Logits) model.Scores
}

// Prediction is what a model says of one labelled sentence.
type Prediction struct {
	ID      string
	Actors  []Given       // one for each actor of the sentence, in the set's order
	Speaker *GivenSpeaker // of a sentence whose unnamed speaker is labelled
	Found   []Found       // what the model finds by itself, in the order of the text

	blind *model.Scores // all given mentions pooled: what a target-blind reader would say of each
}

// Given is the outcome for one labelled actor, all of its mentions pooled.
type Given struct {
	model.Scores
	Linked []string // who the linker says each mention is, by actor id; only where the set labels that
}

// GivenSpeaker is the outcome for a speaker who is not named.
type GivenSpeaker struct {
	model.Scores
	Linked string // empty where the linker knows of no speaker
}

// Found is a mention that the model found. Mentions that the linker takes for one actor in one
// sentence are pooled, as in a run, and have the same scores.
type Found struct {
	Span [2]int // code points of the sentence, [start, end)
	model.Scores
	Actor string // id from the linker
}

// Predict scores sentences, in their order. One pass of the network serves both the given
// mentions and those that the model finds.
func Predict(ctx context.Context, scorer Scorer, linker *actor.Linker, sentences []labelled.Sentence) ([]Prediction, error) {
	inputs := make([]model.Input, 0, 2*len(sentences))
	for _, s := range sentences {
		inputs = append(inputs, model.Input{Text: s.Text}, model.Input{Text: s.Text, Spans: allSpans(&s)})
	}
	outputs, err := scorer.Score(ctx, inputs)
	if err != nil {
		return nil, fmt.Errorf("the model failed: %w", err)
	}
	predictions := make([]Prediction, len(sentences))
	for i, s := range sentences {
		predictions[i] = given(scorer, &s, outputs[2*i+1])
	}
	for _, story := range stories(sentences) {
		link(scorer, linker, sentences, story, outputs, predictions)
	}
	return predictions, nil
}

// allSpans lists the mentions of a sentence, actor by actor; never nil, which would ask for found ones.
func allSpans(s *labelled.Sentence) [][2]int {
	spans := [][2]int{}
	for _, a := range s.Actors {
		spans = append(spans, a.Spans...)
	}
	return spans
}

// given pools the read-outs of each labelled actor and decides.
func given(scorer Scorer, s *labelled.Sentence, out model.Output) Prediction {
	p := Prediction{ID: s.ID}
	var all []model.Logits
	for _, m := range out.Mentions {
		all = append(all, m.Logits)
	}
	next := 0
	for _, a := range s.Actors {
		p.Actors = append(p.Actors, Given{Scores: scorer.Decide(all[next : next+len(a.Spans)]...)})
		next += len(a.Spans)
	}
	if len(all) > 0 {
		blind := scorer.Decide(all...)
		p.blind = &blind
	}
	if s.Speaker != nil {
		p.Speaker = &GivenSpeaker{Scores: scorer.Decide(out.Speaker)}
	}
	return p
}

// stories groups the sentences that are linked together, by their indices: those of one article,
// and each other one by itself.
func stories(sentences []labelled.Sentence) [][]int {
	var all [][]int
	byArticle := map[string]int{}
	for i, s := range sentences {
		at, ok := byArticle[s.Article]
		if !ok || s.Article == "" {
			at = len(all)
			all = append(all, nil)
			byArticle[s.Article] = at
		}
		all[at] = append(all[at], i)
	}
	return all
}

// link links one story twice: with the mentions that the model found, and with the labelled
// ones where the labels say who they are. It fills in what the predictions lack.
func link(scorer Scorer, linker *actor.Linker, sentences []labelled.Sentence, story []int, outputs []model.Output, predictions []Prediction) {
	var spans, labelledSpans [][][2]int // a list for each sentence of the story
	for _, i := range story {
		var here [][2]int
		for _, m := range outputs[2*i].Mentions {
			here = append(here, [2]int{m.Start, m.End})
		}
		spans = append(spans, here)
		labelledSpans = append(labelledSpans, allSpans(&sentences[i]))
	}
	links := linker.Link(document(sentences, story, spans))
	next := 0
	for _, i := range story {
		found := outputs[2*i].Mentions
		predictions[i].Found = pool(scorer, found, links.Mentions[next:next+len(found)])
		next += len(found)
	}
	if !saysWho(sentences, story) {
		return
	}
	links = linker.Link(document(sentences, story, labelledSpans))
	next = 0
	for n, i := range story {
		for k, a := range sentences[i].Actors {
			for range a.Spans {
				predictions[i].Actors[k].Linked = append(predictions[i].Actors[k].Linked, links.Mentions[next].Actor.ID)
				next++
			}
		}
		if predictions[i].Speaker != nil {
			predictions[i].Speaker.Linked = links.Speakers[n].ID
		}
	}
}

// document is a story as the linker sees it: its sentences, a line each, with mentions.
func document(sentences []labelled.Sentence, story []int, spans [][][2]int) actor.Document {
	var text strings.Builder
	doc := actor.Document{}
	langs, start := map[string]int{}, 0
	for n, i := range story {
		s := &sentences[i]
		runes := []rune(s.Text)
		doc.Sentences = append(doc.Sentences, sentence.Sentence{
			Index: n, Section: article.Body, Lang: s.Lang, Start: start, End: start + len(runes), Text: s.Text,
		})
		for _, span := range spans[n] {
			doc.Mentions = append(doc.Mentions, actor.Mention{
				Sentence: n, Start: start + span[0], End: start + span[1], Text: string(runes[span[0]:span[1]]),
			})
		}
		if langs[s.Lang]++; doc.Lang == "" || langs[s.Lang] > langs[doc.Lang] {
			doc.Lang = s.Lang
		}
		text.WriteString(s.Text + "\n")
		start += len(runes) + 1
	}
	doc.Text = text.String()
	return doc
}

// saysWho tells whether the labels of a story say who its actors are.
func saysWho(sentences []labelled.Sentence, story []int) bool {
	for _, i := range story {
		for _, a := range sentences[i].Actors {
			if a.ID != "" || a.Key != "" {
				return true
			}
		}
	}
	return false
}

// pool gives found mentions their scores, those of one actor together.
func pool(scorer Scorer, mentions []model.Mention, links []actor.Link) []Found {
	byActor := map[string][]model.Logits{}
	for k, m := range mentions {
		byActor[links[k].Actor.ID] = append(byActor[links[k].Actor.ID], m.Logits)
	}
	found := make([]Found, len(mentions))
	for k, m := range mentions {
		who := links[k].Actor
		logits := byActor[who.ID]
		if who.Unexplained() {
			logits = []model.Logits{m.Logits}
		}
		found[k] = Found{Span: [2]int{m.Start, m.End}, Scores: scorer.Decide(logits...), Actor: who.ID}
	}
	return found
}
