"""Pitches as they are written elsewhere: brands, text messages, appeals; and what is written beside
them by people who want nothing. Every text is made up for this file."""

import pytest

from workshop.reading import read

BRANDS = [
    "Spring just got sweeter. Our new Mango Cloud is here, in cafes from Thursday.",
    "Your feet called. They want our Cloudwalk trainers in blue.",
    "Weekend plans? Pick up a family box for only £12 and thank us later.",
    "The wait is over: the Fern 3 is available now. Order yours at fern.example",
    "Nothing says Sunday like a fresh pot of Harbour Roast. #HarbourMoments",
    "Meet the jacket that packs into its own pocket. Shop the drop.",
    "We're giving away 5 hampers! Like, follow and tag who you'd share with to enter.",
    "Members get early access tonight. Not a member yet? It takes a minute in the app.",
    "Upgrade your kitchen with up to 40% off selected hobs until Monday.",
    "RT if you'd rather be on a beach. Flights from £49 each way.",
    "New flavour alert! Sea salt crisps hit shelves this week.",
    "Book by Sunday and kids stay free at all our parks.",
    "It's back. The pumpkin loaf returns to all our bakeries on Monday.",
    "Treat mum this Sunday with 20% off all bouquets, use code MUM20.",
    "Discover how 3,000 teams plan faster with Loftboard. Watch the demo.",
    "Tomorrow at 7pm: the season finale, only on Channel Nine.",
    "We believe good sleep changes everything. That's why we made the Drift mattress.",
    "Join us live on Thursday for tips from our stylists. Save your spot.",
    "Our engineers built the quietest drill yet. See it at stand 40.",
    "Introducing same-day delivery in Leeds, Hull and York.",
    "Get ready for summer with our lightest sunscreen ever.",
    "Now hiring baristas in Bristol! Apply at jobs.harbour.example",
    "Stay cool in our new linen range, in store and online.",
    "Did you know our bottles are made from sea plastic? Learn more.",
    "Today is National Sandwich Day, so every sub is half price in the app.",
]
MESSAGES = [
    "WINNER! Your number was drawn for a 500 pound prize. To claim call 09055501234 now.",
    "FREE entry in our weekly cup final draw, text GOAL to 80555. 18+ T&Cs apply",
    "URGENT we tried to reach you about your holiday voucher. Call 0905 555 9876 from a landline",
    "Ur next tone is ready! Txt TONE to 85555 to get it, 150p/msg. Txt STOP to end",
    "Your parcel is held at the depot. Pay the 1.99 fee here: http://post-redeliver.example",
    "Hi its Jen, im lonely tonight, call me on 0906 555 4321 calls cost 60p/min",
    "Bank alert: your account is locked. Verify your details at secure-bank.example today",
    "Dear customer, you qualify for a loan of up to 15000. Reply YES for details",
    "You have 1 new voicemail. Please call 08712345678",
    "Had an accident that wasnt your fault? You may be owed 3,200. Reply CLAIM or STOP to opt out",
    "Our records show you have not used your bonus points. Call 0800 555 1212 to redeem",
    "Congrats! You've been chosen for a new handset. Txt PHONE to 87555",
    "Get 200 free mins on any network when you join this month, call 0800 555 000",
    "Send a msg to 88855 and meet singles in your area tonight",
    "CASINO BONUS 100 free spins waiting, claim at spin.example, play now",
    "This is the 2nd time we have tried to contact you. You have won a camera phone.",
    "Half price line rental for 12 months. Call MobileFirst on 08005551234",
    "Your mortgage rate could be lower. Our adviser can call you back today.",
    "Todays voda numbers ending 4455 are selected to receive a 350 award",
    "Thanks for your ringtone order, ref 5544. You will be charged 4.50 a week. Helpline 0871 555",
    "Someone you know has sent you a secret message! Find out who, call 09065551111",
    "Ref job no. 412: earn 200 a day from your phone, whatsapp +44 7700 900123",
    "Your tax refund of 268.40 is pending. Submit your claim: http://refund.example/gov",
    "Final reminder: your subscription ends tonight. Renew now and keep your discount",
    "Camera, MP3 and free texts on the latest Nokia, order online or call now",
]
APPEALS = [
    "Would you be willing to give a small part of your earnings to the children's fund?",
    "Every two dollars buys a school meal for a child who has none.",
    "Have you heard of Harbour Aid? They bring clean water to villages after floods.",
    "You can choose any amount, even ten cents would mean a lot to these kids.",
    "Winter is coming and 300 families have no roof. Will you help?",
    "Please give what you can. Without you our night shelter closes in March.",
    "I am collecting for the hospice where my aunt died. Could you sponsor my run?",
    "Thousands of children die each year in war zones. Your donation goes straight to them.",
    "How much would you like to donate today?",
    "We still need £400 to mend the church roof: justgiving.example/roof",
    "Sign our petition and help us stop the closure.",
    "The money goes to food, schooling and medicine for the poorest.",
    "Research shows that a small gift each month changes a child's whole life.",
    "It is a charity that works for children's rights in over 100 countries.",
    "Would you like to donate some of your payment to them?",
    "Adopt a donkey this Christmas and give him a warm stable.",
    "Together we can end hunger in this city. Join us.",
    "If everyone gave one pound we would reach our target tonight.",
    "Your signature could save the library.",
    "They rely on donations from people like you and me.",
    "Think about what a dollar means to a child in a refugee camp.",
    "I will match whatever you give, up to fifty.",
    "Any help you can offer would make a huge difference to them.",
    "Can I put you down for a five dollar donation?",
    "These animals have nobody. Be their hero and give today.",
]
ORDINARY = [
    "Ok I'll be there in ten, the bus is late again",
    "Did you feed the cat? I forgot before I left",
    "Happy birthday gran! See you on Sunday for cake",
    "lol that film was terrible, why did we stay till the end",
    "Sorry, in a meeting. Call you later",
    "Just finished my run and my legs are done",
    "My new phone keeps dying at noon, anyone else?",
    "Can you pick up some milk and bread on the way home",
    "I got the job!! So happy I could cry",
    "What time is the match on tonight? Dad wants to watch",
    "So tired today, the baby was up at four",
    "I usually give my old coats to the shelter down the road.",
    "That sounds like a good cause, who runs it?",
    "I work in a school so I see children every day.",
    "I am fine, thank you. How about yourself?",
    "I have never heard of them, what do they do?",
    "Not this month, rent is due and the car broke down.",
    "The queue at the post office was out of the door",
    "Missed the train by seconds and it started to rain. Mondays.",
    "He sold his car and bought a piano, I love him",
    "The free bus only runs on Saturdays now, sadly",
    "Our team lost again, we should stop watching",
    "Is the shop still open? I need eggs",
    "She won the race and then fell asleep in the car",
    "Thanks for dinner, my kids keep talking about your dog",
]


@pytest.mark.parametrize("text", BRANDS + MESSAGES + APPEALS)
def test_a_pitch_is_seen_wherever_it_is_written(text):
    assert read(text).lean < 0


@pytest.mark.parametrize("text", ORDINARY)
def test_what_people_write_every_day_is_no_pitch(text):
    assert not [hit for hit in read(text).hits if hit.pitches and hit.weighs]
