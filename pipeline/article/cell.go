package article

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// cell is the value in row i of an Arrow array, as record.put takes it. What it returns does not share the array's memory.
func cell(a arrow.Array, i int) any {
	if a.IsNull(i) {
		return nil
	}
	switch a := a.(type) {
	case *array.Null: // which has no bitmap that IsNull could ask
		return nil
	case *array.String:
		return textCell(a.Value(i))
	case *array.Binary:
		return textCell(a.ValueString(i))
	case *array.List:
		return listCell(a, i)
	case *array.Timestamp:
		return a.Value(i).ToTime(a.DataType().(*arrow.TimestampType).Unit)
	case *array.Date32:
		return a.Value(i).ToTime()
	case *array.Date64:
		return a.Value(i).ToTime()
	case *array.Float32:
		return floatCell(float64(a.Value(i)))
	case *array.Float64:
		return floatCell(a.Value(i))
	case *array.Int8, *array.Int16, *array.Int32, *array.Int64, *array.Uint8, *array.Uint16, *array.Uint32, *array.Uint64:
		return json.Number(a.ValueStr(i))
	}
	return badValue("a value of type " + a.DataType().Name())
}

// textCell is a string of its own. Files may call anything a string: other encodings are recognised.
func textCell(s string) any {
	if utf8.ValidString(s) {
		return strings.Clone(s)
	}
	text, err := decode([]byte(s), nil)
	if err != nil {
		return badValue("bytes that are not text")
	}
	return text
}

func listCell(a *array.List, i int) any {
	start, end := a.ValueOffsets(i)
	list := make([]string, 0, end-start)
	for j := int(start); j < int(end); j++ {
		switch v := cell(a.ListValues(), j).(type) {
		case nil:
		case string:
			list = append(list, v)
		default:
			return badValue("a list with something other than texts")
		}
	}
	return list
}

// floatCell writes a number without exponent; pandas makes floats of ids where some are missing, which are NaN.
func floatCell(f float64) any {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	return json.Number(strconv.FormatFloat(f, 'f', -1, 64))
}
