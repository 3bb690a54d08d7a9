-- Objects with methods that they inherit over two levels of metatables.
-- n: the rounds of calls.
local n = tonumber((...)) or 5000000

local Account = {}
Account.__index = Account

function Account.new(class, balance)
  return setmetatable({ balance = balance, moves = 0 }, class)
end

function Account:deposit(amount)
  self.balance = self.balance + amount
  self.moves = self.moves + 1
end

function Account:limit()
  return 0
end

function Account:withdraw(amount)
  if self.balance - amount < -self:limit() then
    return false
  end
  self:deposit(-amount)
  return true
end

local Credit = setmetatable({}, { __index = Account })
Credit.__index = Credit

function Credit:limit()
  return self.credit or 50
end

local Premium = setmetatable({}, { __index = Credit })
Premium.__index = Premium

function Premium:deposit(amount)
  Account.deposit(self, amount)
  self.bonus = (self.bonus or 0) + 1
end

local accounts = { Account:new(100), Account.new(Credit, 100), Account.new(Premium, 100) }
local refused = 0
for i = 1, n do
  local account = accounts[i % 3 + 1]
  account:deposit(i % 11)
  if not account:withdraw(i % 13) then
    refused = refused + 1
  end
end
print("methods", refused, accounts[1].balance, accounts[2].balance, accounts[3].balance, accounts[1].moves,
  accounts[3].bonus)
