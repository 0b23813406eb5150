/** The words of an index stand beside its documents, to guess at typing. */
export const wordsTable = (table: string) => `${table}_words`

export const createWords = (table: string) => [
  `create table if not exists "${wordsTable(table)}" ("lexeme" text primary key)`,
  `create index if not exists "${wordsTable(table)}_near"
     on "${wordsTable(table)}" (left("lexeme", 1), char_length("lexeme"))`,
]

export const dropWords = (table: string) =>
  `drop table if exists "${wordsTable(table)}"`

export const clearWords = (table: string) =>
  `truncate table "${wordsTable(table)}"`

/** Ordered, so that two writers do not wait for each other crosswise. */
export const addWords = (table: string) =>
  `insert into "${wordsTable(table)}" (lexeme)
   select distinct word.lexeme
     from "${table}" document
     cross join lateral unnest(tsvector_to_array(document.search_vector)) as word(lexeme)
    where document.id in (select jsonb_array_elements_text(?::jsonb))
      and not exists (select 1 from "${wordsTable(table)}" known
        where known.lexeme = word.lexeme)
    order by 1
   on conflict do nothing`

/**
 * Words of about the length of each that is known to no document, with its
 * first letter. A word somebody may still be typing is known by its beginning.
 */
export const findNear = (table: string) =>
  `select asked.word, near.lexeme
     from jsonb_to_recordset(?::jsonb) as asked(word text, begun boolean)
     join "${wordsTable(table)}" near
       on left(near.lexeme, 1) = left(asked.word, 1)
      and char_length(near.lexeme)
          between char_length(asked.word) - 2 and char_length(asked.word) + 2
    where not exists (select 1 from "${wordsTable(table)}" known
      where known.lexeme = asked.word
         or (asked.begun and starts_with(known.lexeme, asked.word)))`
