package pipeline

import (
	"context"
	"fmt"

	"stance/pipeline/article"
	"stance/pipeline/sentence"
)

// reader reads all sources and hands their articles on, cut into sentences, in windows.
type reader struct {
	r    *run
	ctx  context.Context
	out  chan<- *window
	w    *window
	done int64 // bytes of the sources before the one at hand
}

// read starts reading. The channel is closed at the end of the input, but not where ctx ends
// first.
func (r *run) read(ctx context.Context) <-chan *window {
	sources, rejects := article.List(r.cfg.Paths, r.cfg.Input)
	for _, s := range sources {
		r.total += s.Size
	}
	out := make(chan *window)
	go func() {
		rd := &reader{r: r, ctx: ctx, out: out, w: newWindow()}
		for i := range rejects {
			rd.reject(&rejects[i])
		}
		for _, s := range sources {
			rd.source(s)
			rd.done += s.Size
		}
		if rd.flush() {
			close(out)
		}
	}()
	return out
}

// flush hands the window on and says whether the run goes on.
func (rd *reader) flush() bool {
	if rd.ctx.Err() != nil {
		return false
	}
	select {
	case rd.out <- rd.w:
		rd.w = newWindow()
		return true
	case <-rd.ctx.Done():
		return false
	}
}

// source reads one source.
func (rd *reader) source(s article.Source) {
	if rd.ctx.Err() != nil {
		return
	}
	last := 0 // line of the article read last
	err := guard(func() error {
		for item := range s.Read(rd.ctx, rd.r.cfg.Input) {
			if item.Reject != nil {
				rd.reject(item.Reject)
			} else {
				last = item.Article.Line
				rd.article(item.Article)
			}
			rd.w.offset = rd.done + item.Offset
			if rd.w.full() && !rd.flush() {
				return nil
			}
		}
		return nil
	})
	if rd.ctx.Err() != nil {
		return
	}
	if err != nil {
		rd.reject(&article.Reject{Path: s.Path, Line: last, Reason: fmt.Sprintf("Reading stopped after this line (%v): please report it with the file.", err)})
	}
	rd.w.entries = append(rd.w.entries, entry{ended: s.Path})
	rd.w.offset = rd.done + s.Size
}

func (rd *reader) reject(reject *article.Reject) {
	rd.w.entries = append(rd.w.entries, entry{reject: reject})
}

// article cuts an article that is new or changed into sentences.
func (rd *reader) article(a *article.Article) {
	rd.w.read++
	if a.BadDate != "" {
		rd.w.badDates++
		rd.r.cfg.Log.Debug().Str("source", a.Source).Int("line", a.Line).Str("date", a.BadDate).Msg("the date is not understood: the article counts as undated")
	}
	// Of an article in flight the store cannot tell yet; the writer asks it again.
	if !rd.r.flight.has(a.ID) && rd.r.store.Unchanged(a.ID, a.Hash) {
		rd.w.unchanged++
		return
	}
	var sentences []sentence.Sentence
	err := guard(func() error {
		sentences, _ = sentence.Cut(*a)
		return nil
	})
	if err != nil {
		rd.reject(&article.Reject{Path: a.Source, Line: a.Line, Reason: fmt.Sprintf("The article could not be cut into sentences (%v): please report it with the article.", err)})
		return
	}
	rd.r.flight.enter(a.ID)
	rd.w.add(a, sentences)
}
