BscoreJP
ÚFP
ÚFP
ÚFP
ÚF