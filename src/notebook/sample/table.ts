import { peopleOfConservation } from './people-of-conservation.ts'
import { peopleOfRiversAndRadio } from './people-of-rivers-and-radio.ts'
import { talksAhead } from './talks-ahead.ts'
import { talksOfConservation } from './talks-of-conservation.ts'
import { talksOfRiversAndRadio } from './talks-of-rivers-and-radio.ts'

/** Everybody at the table, and all that was said. */
export const toldPeople = [...peopleOfConservation, ...peopleOfRiversAndRadio]
export const toldTalks = [...talksOfConservation, ...talksOfRiversAndRadio, ...talksAhead]
