/** What several leaflets say in the same words, once: agreeing, medicines, sedation, X-rays, danger signs. */

import type { Call, EasyLine, Question } from './leaflet.ts'
import { ask, cite, easy, emergency, review, says } from './write.ts'

const college = (at: string) => cite('rcr-2013', at)

/** The decision before it: who advises, and that it is the patient's. */
export const teamAdvises = says(
  college('3.4'),
  'team-advises',
  'A team of experts meets to talk about your care. This is called an MDT meeting. They advise on what may help you.',
)

/** What the team has to know. */
export const tellAboutMedicines = says(
  cite('cuh-drainage'),
  'tell-medicines',
  'Tell the team early if you take a medicine that thins the blood, such as warfarin, aspirin or rivaroxaban. Ask when to stop it and when to start again. Do not stop it on your own.',
)
export const tellAboutDye = says(
  cite('cruk-tace'),
  'tell-dye',
  'X-ray dye will be used. Tell the team if dye has ever made you ill, if you have diabetes, or if you have any allergy.',
)
export const tellIfPregnant = says(
  cite('cuh-drainage'),
  'tell-pregnant',
  'Tell the team if you are pregnant or think that you may be.',
)
export const bloodTest = review(
  'blood-test',
  'You may have a blood test first. It shows how well your blood clots and how your kidneys work.',
)
export const emptyStomach = review(
  'empty-stomach',
  'You may be asked not to eat for some hours before. Your letter says from when. Ask if you can still drink water.',
)
export const bringMedicines = review(
  'bring',
  'Bring a list of all your medicines. Ask someone to take you home.',
)

/** What happens in the room. */
export const numbSkin = review(
  'numb-skin',
  'Your skin is cleaned. Then it is made numb with an injection. This may sting for a few seconds.',
)
export const sleepy = review(
  'sleepy',
  'You may be given a medicine that makes you calm and sleepy. This is called sedation. A nurse stays with you and checks on you all the time.',
)
export const asleep = review(
  'asleep',
  'You are put to sleep for it. This is called a general anaesthetic. You feel nothing while it is done.',
)

/** Afterwards. */
export const afterSedation = says(
  cite('cuh-sedation'),
  'after-sedation',
  'If you were given a medicine that makes you sleepy, an adult should stay with you for 24 hours. In that time do not drive, do not drink alcohol, and do not cook or use machines.',
)
export const followUp = says(
  college('5.4'),
  'follow-up',
  'Before you go home you should be told your follow-up plan. It says who checks on you, when, and how.',
)

/** Radiation. */
export const xrays = review(
  'xrays',
  'X-rays are used to see inside you. They are a kind of radiation. The team uses as little as it can.',
)
export const xrayRisk = says(
  cite('gov-doses'),
  'xray-risk',
  'We all get some radiation each day from the ground, the air and space. One CT scan of the belly is like about 4 and a half years of that. A chest X-ray is like about 3 days of it.',
)
export const askDose = review(
  'ask-dose',
  'How much you get here depends on how long it takes. Ask your team what is usual for them.',
)
export const ultrasoundOnly = review(
  'ultrasound',
  'If only ultrasound is used, there is no radiation at all. Ultrasound makes its pictures from sound.',
)

/** Signs of a dangerous infection: the same for everyone. */
export const sepsisSigns: readonly Call[] = [
  emergency('confused', 'You are confused, or your speech is slurred', cite('sepsis-safety-net')),
  emergency('breathless', 'You can hardly breathe', cite('sepsis-safety-net')),
  emergency('mottled', 'Your skin is blotchy, blue or very pale', cite('sepsis-safety-net')),
]
export const heavyBleeding = emergency(
  'heavy-bleeding',
  'You bleed and it does not stop when you press on it for 10 minutes',
)
export const collapse = emergency('collapse', 'You faint, or have strong pain in your chest')

export const usualQuestions: readonly Question[] = [
  ask('why-me', 'Why is this the right choice for me? What if I wait, or do nothing?'),
  ask('how-many', 'How many of these does this hospital do in a year? How do they turn out?'),
  ask('who-rings', 'Whom do I ring with a worry, by day and by night?'),
]

/** Lines that most easy read versions end with. */
export const easyChoice = easy(
  'choice',
  'choice',
  'It is your choice. You can say yes or no.',
  cite('nhs-wales-consent'),
)
export const easyTellMedicines = easy('medicines', 'medicine', 'Tell us all the medicines you take.')
export const easyCall = easy('call', 'call', 'Ring us if you are worried.')
export const easyEmergency: EasyLine = easy(
  'emergency',
  'emergency',
  'Ring 999 if you cannot breathe or if you bleed a lot.',
)
