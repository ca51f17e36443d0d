namespace Latent.Molecules.Tests;

public sealed class MatchingTests
{
    [Theory]
    [InlineData("01 12 20", "111", false)]             // a triangle
    [InlineData("01 12 20 03", "1111", true)]
    [InlineData("01 12 23 34 40", "11111", false)]     // a ring of five
    [InlineData("01 12 23 34 40", "11110", true)]
    [InlineData("01 12 20 23 34 45 53", "111111", true)] // two triangles, joined
    [InlineData("01 12 20 23 34 42", "11111", false)]  // two triangles that share a corner
    [InlineData("01 12 20 23 34 42", "11011", true)]
    [InlineData("01 12", "101", false)]
    [InlineData("01 12", "011", true)]
    [InlineData("01 12 23", "0110", true)]
    public void FirstAlone_OfAGraph_IsNoneWhereAllWhoNeedOneHaveAPartner(string edges, string mustPair, bool expected) =>
        Assert.Equal(
            expected,
            Matching.FirstAlone(Neighbours(edges, mustPair.Length), [.. mustPair.Select(digit => digit == '1')]) is null);

    [Fact]
    public void FirstAlone_OfSmallGraphs_IsAsByTrying()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 2000; trial++)
        {
            var count = random.Next(1, 8);
            var edges = Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(0, a).Select(b => (a, b)))
                .Where(_ => random.Next(3) == 0)
                .ToArray();
            bool[] mustPair = [.. Enumerable.Range(0, count).Select(_ => random.Next(3) > 0)];

            Assert.Equal(CanPair(edges, mustPair, new bool[count]), Matching.FirstAlone(Neighbours(edges, count), mustPair) is null);
        }
    }

    private static bool CanPair((int A, int B)[] edges, bool[] mustPair, bool[] paired)
    {
        var first = Enumerable.Range(0, mustPair.Length).FirstOrDefault(vertex => mustPair[vertex] && !paired[vertex], -1);
        return first < 0 || edges.Where(edge => edge.A == first || edge.B == first).Any(edge =>
        {
            if (paired[edge.A] || paired[edge.B])
                return false;
            paired[edge.A] = paired[edge.B] = true;
            var can = CanPair(edges, mustPair, paired);
            paired[edge.A] = paired[edge.B] = false;
            return can;
        });
    }

    private static List<int>[] Neighbours(string edges, int count) =>
        Neighbours(edges.Split(' ').Select(edge => (edge[0] - '0', edge[1] - '0')), count);

    private static List<int>[] Neighbours(IEnumerable<(int A, int B)> edges, int count)
    {
        List<int>[] neighbours = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        foreach (var (a, b) in edges)
        {
            neighbours[a].Add(b);
            neighbours[b].Add(a);
        }
        return neighbours;
    }
}
