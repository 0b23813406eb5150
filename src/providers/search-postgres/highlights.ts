import { MARK } from "./marks"

/** So much of a text is looked at. */
const LONG = 20_000

const WHOLE = "HighlightAll=true"

const snippetOf = (words: number) =>
  `MaxWords=${words},MinWords=${Math.max(1, Math.floor(words / 2))}`

export const headlineOptions = (words?: number) =>
  [
    `StartSel=${MARK.start}`,
    `StopSel=${MARK.end}`,
    words === undefined ? WHOLE : snippetOf(words),
  ].join(",")

/** Each text of the documents with a find in it, found places marked. */
export const findHighlights = (table: string, config: string) =>
  `select document.id, field.path, headline.text
     from "${table}" document
     cross join jsonb_array_elements_text(?::jsonb) as field(path)
     cross join lateral (
       select document.document #> string_to_array(field.path, '.') as held
     ) raw
     cross join lateral jsonb_array_elements_text(
       case jsonb_typeof(raw.held)
         when 'array' then raw.held
         when 'string' then jsonb_build_array(raw.held)
         else '[]'::jsonb end
     ) with ordinality as value(text, place)
     cross join lateral (
       select ts_headline('${config}',
         translate(left(value.text, ${LONG}), '${MARK.start}${MARK.end}', ''),
         ?::tsquery, ?) as text
     ) headline
    where document.id in (select jsonb_array_elements_text(?::jsonb))
      and position('${MARK.start}' in headline.text) > 0
    order by document.id, field.path, value.place`
