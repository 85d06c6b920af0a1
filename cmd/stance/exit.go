package main

import (
	"errors"
	"fmt"
)

// Exit codes of all commands.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitRejects     = 3
	exitInterrupted = 130 // as shells say it: 128 and the number of SIGINT
)

const exitHelp = `Exit codes:
  0    all well
  1    failed: the message says why; what was committed before stays
  2    wrong usage: nothing was done
  3    finished, but some inputs could not be used: see the table rejects
  130  interrupted: what was scored is committed, run again to go on`

// usageError is a command line that cannot be carried out.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// silent is an outcome that sets the exit code, and of which everything has been said.
type silent struct{ code int }

func (s silent) Error() string { return fmt.Sprintf("exit code %d", s.code) }

// exitCode is the code for what a command returned.
func exitCode(err error) int {
	var s silent
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &s):
		return s.code
	case errors.As(err, new(usageError)):
		return exitUsage
	}
	return exitFailed
}
