import { useSearch } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'
import type { NoteEditorHandle } from '../notes/NoteEditor.tsx'
import type { Note } from './types.ts'

/** Whoever comes for one line, from the transcript it was taken from, finds the cursor there. */
export function useLineArrival(editor: RefObject<NoteEditorHandle | null>, note: Note): void {
  const { line } = useSearch({ from: '/conversations/$id/during' })
  const at = line === undefined ? -1 : note.lines.findIndex(({ id }) => id === line)
  useEffect(() => {
    if (at >= 0) editor.current?.goToLine(at)
  }, [editor, at])
}
