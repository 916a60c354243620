"""Which factors go with the twitching, and how sure that is: from plain arrays, numpy only.

Usual methods raise false alarms on diaries, whose counts drift, repeat by the week and resemble
yesterday's, as the exposures do. `estimate` fits a negative binomial model that adjusts for all of
that, and takes its errors from how the two series would agree if they were shifted against each
other in time. `verdicts` says what that allows to be said; `model` is the fit itself, and
`dose_response` its curve for one factor. `within_day` compares the hours of a day; `plan` and
`outcome` are a trial of a habit; `same_place` and `hour_of_day` look at where and when. `engine`
has them all for whoever has arrays; here each module is loaded when it is needed.
"""
