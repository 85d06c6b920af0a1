/*
Package sink keeps the Parquet tables: whole parts or none, replaced where an article changed.

# Layout

	OUT/mentions|actors|articles|rejects/date=YYYY-MM-DD/<commit id>.parquet
	OUT/_runs/<commit id>.json   record of a commit: files, row counts, sha256, versions
	OUT/_runs/.lock              held (flock) by the one run that may write
	OUT/_runs/.tmp/              what an open commit has written so far
	OUT/_runs/.pending.json      redo log: there only while a commit is moved into place

The date is that of PublishedAt in UTC, or the run's where it is unknown. Rows of one article in
one commit are in parts of one name in all tables. A commit id sorts by time. No reader looks
into _runs, so nothing half-written is ever in sight of one; readers take no lock.

A table with no row at all has one part with no rows, so that a notebook can open it after a run
that found nothing; the part goes when the table gets rows. Apart from that a commit writes no
part for a table and date without rows.

# Commit

 1. Rows are spilled to staging files in .tmp, compressed, when a table's buffer is full. The
    memory of a commit is thus bounded by bytes, however many articles and dates it has, and at
    most one part is open at a time. (Beside it, an index of about 100 bytes an article is held.)
 2. Commit writes each part in .tmp, fsyncs it, opens it again and counts its rows. Old parts
    that hold replaced rows are written anew without them.
 3. The list of moves and removals is written to .pending.json and fsynced: the commit point.
    Before it a kill or an error leaves the tables untouched; after it the next Open finishes
    the work.
 4. New parts are renamed into place; should that fail they are taken back, and the tables are as
    before. Then rewritten parts are renamed over the old ones, emptied ones removed, folders
    fsynced, the record renamed into _runs, and last the redo log is removed.

Between the renames of step 4 a reader can see an article's old and new rows side by side, for
milliseconds; it never sees an article go missing.

# What replaces what

An article replaces the one with its id if its content hash or the model differs. Within a run the
first article of an id wins: the second is ErrDuplicate, or passed over when it is the same.

A run that reads a path (Add, Reject or Visit of it) settles what is wrong with that path: rejects
of earlier runs under the path are dropped, except those that this run says again in the same
words, which stay where they are. So a nightly run over the same folder neither piles up rejects
nor rewrites them, a repaired file loses its rejects, and files that are gone keep theirs.
A run that stops within a file has dropped the rejects beyond that point until the next one.

# Damage

Open reads the footer of each part and compares the row counts of the tables with each other. A
truncated, foreign or missing part is an error that names the file and what to do; nothing is
repaired by guessing.
*/
package sink
