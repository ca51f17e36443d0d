namespace VerifyCompat.Tests;

public class ObjectTests
{
    [Fact]
    public Task Verify_Record_WritesMembersInOrder() =>
        Verify(new Person("Ada", 36, 1.0, true, Kind.Second, new Address("Main Street", null)));

    [Fact]
    public Task Verify_Collections_AreIndentedAndSorted() =>
        Verify(new
        {
            Numbers = new[] { 1, 0, 3 },
            Empty = Array.Empty<int>(),
            Scores = new Dictionary<string, double> { ["second"] = 2.5, ["first"] = 1 },
            ByNumber = new Dictionary<int, string> { [10] = "ten", [9] = "nine" },
            Nested = new List<Address> { new("a", "b"), new("c", null) },
        });

    [Fact]
    public Task Verify_DefaultMembers_AreLeftOut() =>
        Verify(new { Zero = 0, Missing = (string?)null, No = false, MaybeZero = (int?)0, Text = "", Kind = Kind.First });

    [Fact]
    public Task Verify_TextOfSeveralLines_StartsOnItsOwnLine() => Verify(new { Text = "one\ntwo", After = 1 });

    [Fact]
    public Task Verify_IdentifiersAndDates_AreNumbered() =>
        Verify(new
        {
            Id = new Guid("173535ae-995b-4cc6-a74e-8cd4be57039c"),
            Same = "173535ae-995b-4cc6-a74e-8cd4be57039c",
            None = (Guid?)Guid.Empty,
            Date = new DateTime(2020, 1, 2),
            Day = new DateOnly(2020, 1, 2),
        });

    [Fact]
    public Task Verify_TaskOfList_WritesItems() => Verify(Task.FromResult(new List<string> { "a", "b" }));

    [Fact]
    public Task Verify_Loop_IsCut()
    {
        var node = new Node { Name = "root" };
        node.Next = node;
        return Verify(node);
    }

    private enum Kind
    {
        First,
        Second,
    }

    private sealed record Person(string Name, int Age, double Height, bool IsActive, Kind Kind, Address Address);

    private sealed record Address(string Street, string? City);

    private sealed class Node
    {
        public string Name { get; set; } = "";

        public Node? Next { get; set; }
    }
}
