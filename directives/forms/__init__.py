"""Sentences of typed tokens in, directives and near misses out.

`find` holds the steps together, in this order:

- `stream`, `insertions`: the terminals of a sentence, without what is put into a cue; `cues`, `grammar`: the cues among
  them that the grammar knows, and the traits of their forms (grammar/traits.toml), by which `judge` and `build` read
  them; `candidates`: the places where one stands, with its subject (`subjects`, `subject_back`, `postmodifiers`,
  `nouns`)
- `fronting`, `governor`: what stands in front of a candidate, and what it hangs on; `judge` (with
  `judge_addressed`, `judge_imperative`, `refused_acts`): why it is no directive
- `build`: the drafts of a candidate, by the ways in which an act hangs on its cue (`clauses`, `modality`)
- `acts`, `act_ends`: the words of an act; `limits`, `reach`: the constraints in it, where they begin and end;
  `contents`: what is told or asked; `conjuncts` (with `conjunct_front`, `further_acts`, `clauses_anew`),
  `passive_conjuncts`: what "and" joins to it; `turns`: what joins it without "and"

Beneath lie `segments` (words that open constraints), `marks`, `verbs`, `act_words` and `kinds` (classes of words), and
`draft` (what is handed on).
"""
