package pipeline

import (
	"context"
	"errors"
	"fmt"

	"stance/pipeline/actor"
	"stance/pipeline/article"
	"stance/pipeline/sink"
)

// write links the articles of a scored window and puts them into the open commit.
func (r *run) write(ctx context.Context, w *window) error {
	if w.err != nil {
		return w.err
	}
	var linker *actor.Linker
	var decide decider
	if len(w.inputs) > 0 {
		m, err := r.scorer()
		if err != nil {
			return err
		}
		if linker, err = r.linker(); err != nil {
			return err
		}
		decide = m.Decide
		r.model = m
	}
	r.tally.window(w)
	for _, e := range w.entries {
		if err := r.entry(ctx, w, e, linker, decide); err != nil {
			return err
		}
	}
	if r.cfg.Progress != nil {
		r.cfg.Progress(r.progress(w.offset))
	}
	return nil
}

func (r *run) entry(ctx context.Context, w *window, e entry, linker *actor.Linker, decide decider) error {
	if r.commit == nil {
		r.commit = r.store.Begin()
	}
	switch {
	case e.reject != nil:
		return r.reject(*e.reject)
	case e.article == nil:
		r.commit.Visit(e.ended)
		return nil
	}
	if err := r.article(w, e, linker, decide); err != nil {
		return err
	}
	if r.added < r.cfg.CommitEvery {
		return nil
	}
	return r.commitNow(ctx)
}

// article adds one article. Whatever is wrong with it alone makes it a reject.
func (r *run) article(w *window, e entry, linker *actor.Linker, decide decider) error {
	a := e.article
	defer r.flight.leave(a.ID)
	if r.store.Unchanged(a.ID, a.Hash) { // it was in flight when it came again
		r.tally.Unchanged++
		return nil
	}
	outputs := w.outputs[e.first : e.first+len(e.sentences)]
	var out rows
	err := guard(func() error {
		out = buildRows(scored{a, e.sentences, outputs}, linker, decide)
		return nil
	})
	if err != nil {
		return r.reject(rejectOf(a, "Its actors could not be linked (%v): please report it with the article.", err))
	}
	err = r.commit.Add(out.article, out.mentions, out.actors)
	if errors.Is(err, sink.ErrDuplicate) {
		return r.reject(rejectOf(a, "This run has met another article with the id %q and other content, and keeps the first: give each article an id of its own.", a.ID))
	}
	if err != nil {
		return err
	}
	r.added++
	r.tally.article(e.sentences, &out)
	return nil
}

func rejectOf(a *article.Article, format string, args ...any) article.Reject {
	return article.Reject{Path: a.Source, Line: a.Line, Reason: fmt.Sprintf(format, args...)}
}

func (r *run) reject(reject article.Reject) error {
	row := sink.RejectRow{Path: reject.Path, Line: int32(reject.Line), Reason: reject.Reason}
	r.tally.reject(row)
	r.cfg.Log.Debug().Str("path", row.Path).Int32("line", row.Line).Str("reason", row.Reason).Msg("rejected")
	return r.commit.Reject(row)
}

// commitNow commits what was added so far.
func (r *run) commitNow(ctx context.Context) error {
	record, err := r.commit.Commit(ctx)
	if err != nil {
		return err
	}
	r.commit, r.added = nil, 0
	r.tally.commit(record)
	r.cfg.Log.Debug().Str("commit", record.Commit).Int("articles", record.Added[sink.Articles]).
		Int("mentions", record.Added[sink.Mentions]).Msg("committed")
	return nil
}

// finish commits the rest. A run that found nothing commits, too, so that the tables can be opened.
func (r *run) finish(ctx context.Context) error {
	if r.commit == nil && r.tally.commits > 0 {
		return nil
	}
	if r.commit == nil {
		r.commit = r.store.Begin()
	}
	return r.commitNow(ctx)
}
