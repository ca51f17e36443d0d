using Latent.Runtime;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class NeighbourMapTests
{
    private const int Size = 10;
    private const int GroupSize = 40;

    [Fact]
    public void Place_GroupsThatTheirComponentsMix_KeepsTheNearestNeighbourInTheGroup()
    {
        // Six groups at corners of a space of ten dimensions: a plane through them shows some on top of each other.
        var points = Groups(6);

        var places = NeighbourMap.Place(points, Size, PrincipalComponents.Project(points, Size).Points);

        var own = Enumerable.Range(0, places.Count).Count(point => NearestTo(places, point) / GroupSize == point / GroupSize);
        Assert.InRange(own, places.Count * 0.95, places.Count);
    }

    [Fact]
    public void Place_OnePoint_LeavesItAtTheMiddle() => Assert.Equal([(0f, 0f)], NeighbourMap.Place([1, 2], 2, [(0, 0)]));

    [Fact]
    public void Place_EqualPoints_AreFinite() =>
        Assert.All(NeighbourMap.Place(new float[20], 2, [.. new (float, float)[10]]), place => Assert.True(float.IsFinite(place.X) && float.IsFinite(place.Y)));

    [Fact]
    public void Affinities_OfPoints_AreSymmetricAndSumToOne()
    {
        var affinities = NeighbourAffinities.Of(Groups(3), Size);
        var count = 3 * GroupSize;

        Assert.Equal(1, affinities.Sum(), precision: 9);
        Assert.Equal(affinities[5], affinities[5 * count]);
        Assert.Equal(0, affinities[0]);
        Assert.True(affinities[1] > 100 * affinities[2 * GroupSize], "a point of the own group is far nearer than one of another");
    }

    private static float[] Groups(int count)
    {
        var values = new float[count * GroupSize * Size];
        new PhiloxStream(seed: 4).FillGaussian(0, values);
        for (var row = 0; row < count * GroupSize; row++)
            values[(row * Size) + (row / GroupSize)] += 8;
        return values;
    }

    private static int NearestTo(IReadOnlyList<(float X, float Y)> places, int point) => Enumerable.Range(0, places.Count)
        .Where(other => other != point)
        .MinBy(other => MathF.Pow(places[other].X - places[point].X, 2) + MathF.Pow(places[other].Y - places[point].Y, 2));
}
