package main

import (
	"io"
	"os"
	"time"

	"github.com/rs/zerolog"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"stance/pipeline"
)

// logOptions say what goes to stderr while a command works.
type logOptions struct {
	Quiet     bool
	LogFormat string
	LogLevel  string
}

func (o *logOptions) addFlags(flags *pflag.FlagSet) {
	flags.BoolVarP(&o.Quiet, "quiet", "q", false, "say nothing but errors")
	flags.StringVar(&o.LogFormat, "log-format", "console", "console or json")
	flags.StringVar(&o.LogLevel, "log-level", "info", "debug, info, warn or error")
}

// logger makes the command's logger. It is handed on by value.
func (o *logOptions) logger(stderr io.Writer) (zerolog.Logger, error) {
	level, err := zerolog.ParseLevel(o.LogLevel)
	if err != nil || o.LogLevel == "" {
		return zerolog.Logger{}, usagef("--log-level %s is not known: use debug, info, warn or error", o.LogLevel)
	}
	if o.Quiet {
		level = max(level, zerolog.ErrorLevel)
	}
	out := stderr
	switch o.LogFormat {
	case "json":
	case "console":
		out = zerolog.ConsoleWriter{Out: stderr, TimeFormat: time.TimeOnly, NoColor: !isTerminal(stderr)}
	default:
		return zerolog.Logger{}, usagef("--log-format %s is not known: use console or json", o.LogFormat)
	}
	return zerolog.New(out).Level(level).With().Timestamp().Logger(), nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// logEvery is the time between two lines of progress where there is no bar.
const logEvery = 10 * time.Second

// progress shows how far a run is: a bar on a terminal, a line now and then elsewhere.
type progress struct {
	log    zerolog.Logger
	bar    *progressbar.ProgressBar // nil where lines are written
	makeIt func(total int64) *progressbar.ProgressBar
	last   time.Time
	quiet  bool
}

func (o *logOptions) newProgress(stderr io.Writer, log zerolog.Logger) *progress {
	p := &progress{log: log, last: time.Now(), quiet: o.Quiet}
	if isTerminal(stderr) && o.LogFormat == "console" {
		p.makeIt = func(total int64) *progressbar.ProgressBar { return newBar(stderr, total) }
	}
	return p
}

func newBar(stderr io.Writer, total int64) *progressbar.ProgressBar {
	if total == 0 {
		total = -1 // a spinner
	}
	return progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(stderr), progressbar.OptionShowBytes(true), progressbar.OptionSetDescription("scoring"),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionFullWidth())
}

// update takes the pipeline's report.
func (p *progress) update(now pipeline.Progress) {
	switch {
	case p.quiet:
	case p.makeIt != nil:
		if p.bar == nil {
			p.bar = p.makeIt(now.Total)
		}
		_ = p.bar.Set64(now.Bytes) // a bar that cannot be drawn is no reason to stop
	case time.Since(p.last) >= logEvery:
		p.last = time.Now()
		p.log.Info().Int64("bytes", now.Bytes).Int64("of", now.Total).Int("articles", now.Articles).
			Int("sentences", now.Sentences).Int("mentions", now.Mentions).Int("rejects", now.Rejects).Msg("progress")
	}
}

// close takes the bar off the screen.
func (p *progress) close() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
