using Latent.Runtime;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class TSneTests
{
    private const int Size = 10;
    private const int GroupSize = 40;

    [Fact]
    public void Embed_GroupsThatTheirComponentsMix_KeepsTheNearestNeighbourInTheGroup()
    {
        // Six groups along different axes in ten dimensions: in a projection to two principal components, some overlap.
        var points = Groups(6);

        var positions = TSne.Embed(points, Size, PrincipalComponents.Project(points, Size).Points);

        var own = Enumerable.Range(0, positions.Count).Count(point => NearestTo(positions, point) / GroupSize == point / GroupSize);
        Assert.InRange(own, positions.Count * 0.95, positions.Count);
    }

    [Fact]
    public void Embed_OnePoint_LeavesItAtTheMiddle() => Assert.Equal([(0f, 0f)], TSne.Embed([1, 2], 2, [(0, 0)]));

    [Fact]
    public void Embed_EqualPoints_AreFinite() =>
        Assert.All(
            TSne.Embed(new float[20], 2, [.. new (float, float)[10]]),
            position => Assert.True(float.IsFinite(position.X) && float.IsFinite(position.Y)));

    [Fact]
    public void Affinities_OfPoints_AreSymmetricAndSumToOne()
    {
        var affinities = TSneAffinities.Compute(Groups(3), Size);
        var count = 3 * GroupSize;

        Assert.Equal(1, affinities.Sum(), precision: 9);
        Assert.Equal(affinities[5], affinities[5 * count]);
        Assert.Equal(0, affinities[0]);
        Assert.True(affinities[1] > 100 * affinities[2 * GroupSize], "a point of the same group is far nearer than one of another group");
    }

    private static float[] Groups(int count)
    {
        var values = new float[count * GroupSize * Size];
        new PhiloxStream(seed: 4).FillGaussian(0, values);
        for (var row = 0; row < count * GroupSize; row++)
            values[(row * Size) + (row / GroupSize)] += 8;
        return values;
    }

    private static int NearestTo(IReadOnlyList<(float X, float Y)> positions, int point) => Enumerable.Range(0, positions.Count)
        .Where(other => other != point)
        .MinBy(other => MathF.Pow(positions[other].X - positions[point].X, 2) + MathF.Pow(positions[other].Y - positions[point].Y, 2));
}
