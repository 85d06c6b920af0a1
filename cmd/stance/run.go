package main

import (
	"context"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"stance/model"
	"stance/pipeline"
	"stance/pipeline/actor"
	"stance/pipeline/article"
)

// runOptions are what `stance run` is told.
type runOptions struct {
	logOptions
	model modelOptions

	Paths          []string
	Out            string
	Actors         []string
	Format         string
	Columns        []string
	Date           string
	MaxRecordBytes int
	Force          bool
	CommitEvery    int
}

const runLong = `Reads articles, finds the political actors in every sentence, scores each one's stance and
writes the tables mentions, actors, articles and rejects below the output folder.

PATH is a file, a folder (with everything below it), a pattern in quotes or - for standard
input. Read are .txt, .html, .json, .jsonl, .csv, .tsv and .parquet, also with .gz or .zst.

Articles that the output folder has already, with the same content and model, are passed over;
changed ones are replaced. A run that was stopped at any moment is finished by the next one.

` + exitHelp

const runExample = `  stance run articles/
  stance run -o nightly/ 'incoming/**/*.jsonl.zst' --actors my-actors.csv
  stance run news.csv --column text=article_body --column date=day,published
  zcat posts.jsonl.gz | stance run - --format jsonl --date 2026-11-03`

func newRunCommand() *cobra.Command {
	var opts runOptions
	cmd := &cobra.Command{
		Use:     "run [flags] PATH...",
		Short:   "Score articles and write Parquet tables",
		Long:    runLong,
		Example: runExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Paths = args
			return runRun(cmd.Context(), opts, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&opts.Out, "out", "o", "out/", "output `FOLDER`")
	opts.model.addFlags(flags)
	flags.IntVar(&opts.model.Workers, "workers", 0, "batches scored at the same time (default: one for each core)")
	flags.IntVar(&opts.model.TokenBudget, "token-budget", 0, "tokens of a batch, padding counted (default: the model's choice)")
	flags.StringArrayVar(&opts.Actors, "actors", nil, "`FILE` with actors of your own, CSV (id, name, type, aliases) or JSON Lines; may be given again")
	flags.StringVar(&opts.Format, "format", "", "format of standard input and of files whose name does not say: txt, html, json, jsonl, csv, tsv or parquet")
	flags.StringArrayVar(&opts.Columns, "column", nil, "`ROLE=NAME[,NAME]`: the column or JSON key that holds text, title, date, url, id, lang, caption, lead or paragraphs, best first; may be given again")
	flags.StringVar(&opts.Date, "date", "", "`YYYY-MM-DD` that articles without a date count under (default: today, UTC)")
	flags.IntVar(&opts.MaxRecordBytes, "max-record-bytes", article.DefaultMaxRecordBytes, "larger articles are rejected")
	flags.BoolVar(&opts.Force, "force", false, "score unchanged articles again")
	flags.IntVar(&opts.CommitEvery, "commit-every", pipeline.DefaultCommitEvery, "articles after which what is done is made visible and safe")
	opts.logOptions.addFlags(flags)
	return cmd
}

// runRun carries out `stance run`: the summary goes to stdout, all else to stderr.
func runRun(ctx context.Context, opts runOptions, stdout, stderr io.Writer) error {
	cfg, err := opts.config()
	if err != nil {
		return err
	}
	if cfg.Log, err = opts.logger(stderr); err != nil {
		return err
	}
	if cfg.Model, err = opts.model.describe(); err != nil {
		return err
	}
	if cfg.Linker, err = opts.linker(); err != nil {
		return err
	}
	var scorer *model.Model
	cfg.Scorer = func() (_ pipeline.Scorer, err error) {
		scorer, err = opts.model.open()
		return scorer, err
	}
	progress := opts.newProgress(stderr, cfg.Log)
	cfg.Progress = progress.update
	summary, err := pipeline.Run(ctx, cfg)
	progress.close()
	if scorer != nil {
		defer scorer.Close()
	}
	if err != nil {
		return err
	}
	if !opts.Quiet {
		if err := printSummary(stdout, summary); err != nil {
			return err
		}
	}
	switch {
	case summary.Interrupted:
		return silent{exitInterrupted}
	case summary.Rejects > 0:
		return silent{exitRejects}
	}
	return nil
}

var formats = []article.Format{article.Text, article.HTML, article.JSON, article.JSONL, article.CSV, article.TSV, article.Parquet}

// config checks the flags and makes of them what the pipeline wants to know.
func (o *runOptions) config() (pipeline.Config, error) {
	cfg := pipeline.Config{
		Paths: o.Paths, Out: o.Out, Program: programVersion(), Force: o.Force, CommitEvery: o.CommitEvery,
		Input: article.Options{Format: article.Format(o.Format), MaxRecordBytes: o.MaxRecordBytes},
	}
	switch {
	case len(o.Paths) == 0:
		return cfg, usagef("there is nothing to read: name files, folders or patterns, or - for standard input; `stance run --help` has examples")
	case o.Out == "":
		return cfg, usagef("--out is empty: name the output folder")
	case o.Format != "" && !slices.Contains(formats, cfg.Input.Format):
		return cfg, usagef("--format %s is not known: use one of txt, html, json, jsonl, csv, tsv, parquet", o.Format)
	case o.model.Workers < 0 || o.model.TokenBudget < 0:
		return cfg, usagef("--workers and --token-budget are positive numbers, or 0 for the default")
	case o.CommitEvery < 1:
		return cfg, usagef("--commit-every %d is not possible: give a number from 1 on", o.CommitEvery)
	case o.MaxRecordBytes < 1:
		return cfg, usagef("--max-record-bytes %d is not possible: give a number from 1 on", o.MaxRecordBytes)
	}
	for _, mapping := range o.Columns {
		if err := cfg.Input.Columns.Set(mapping); err != nil {
			return cfg, usagef("--column: %w", err)
		}
	}
	if o.Date != "" {
		date, err := time.Parse(time.DateOnly, o.Date)
		if err != nil {
			return cfg, usagef("--date %s is no date: write it as 2026-11-03", o.Date)
		}
		cfg.RunDate = date
	}
	return cfg, nil
}

// linker makes the pipeline's linker. Files of the user's are read at once, so that a mistake in
// them shows before anything is done; the registry alone waits until it is needed.
func (o *runOptions) linker() (func() (*actor.Linker, error), error) {
	load := func() (*actor.Registry, error) { return loadActors(o.Actors) }
	if len(o.Actors) > 0 {
		registry, err := load()
		if err != nil {
			return nil, err
		}
		load = func() (*actor.Registry, error) { return registry, nil }
	}
	return func() (*actor.Linker, error) {
		registry, err := load()
		if err != nil {
			return nil, err
		}
		return actor.NewLinker(registry), nil
	}, nil
}
