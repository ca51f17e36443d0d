using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class PrincipalComponentsTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void Project_PointsInAPlane_FindsTheirDistances()
    {
        // The points extend three times as far along (1, 1, 0) as along (0, 0, 1), around a nonzero center.
        var values = Enumerable.Range(0, 40).SelectMany(i => PointAt(3 * Math.Cos(i * Math.Tau / 40), Math.Sin(i * Math.Tau / 40)))
            .ToArray();

        var (points, xShare, yShare) = PrincipalComponents.Project(values, size: 3);

        Assert.Equal(0.9, xShare, Tolerance);
        Assert.Equal(0.1, yShare, Tolerance);
        Assert.Equal(3, Math.Abs(points[0].X), Tolerance);
        Assert.Equal(1, Math.Abs(points[10].Y), Tolerance);
        Assert.Equal(0, points.Average(point => point.X), Tolerance);
    }

    [Fact]
    public void Project_Twice_GivesTheSame()
    {
        float[] values = [.. Enumerable.Range(0, 600).Select(i => MathF.Sin(i * i))];

        Assert.Equal(PrincipalComponents.Project(values, size: 20).Points, PrincipalComponents.Project(values, size: 20).Points);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Project_PointsThatAreEqual_LieAtZero(int size)
    {
        var (points, xShare, yShare) = PrincipalComponents.Project([.. Enumerable.Repeat(2.5f, 5 * size)], size);

        Assert.Equal(Enumerable.Repeat((0f, 0f), 5), points);
        Assert.Equal((0, 0), (xShare, yShare));
    }

    [Fact]
    public void Project_CodesOfOneDimension_VaryAlongOneComponent()
    {
        var (points, xShare, yShare) = PrincipalComponents.Project([1, 2, 3, 6], size: 1);

        Assert.Equal([2, 1, 0, 3], points.Select(point => (int)Math.Round(Math.Abs(point.X))));
        Assert.Equal(1, xShare, Tolerance);
        Assert.Equal(0, yShare, Tolerance);
    }

    private static float[] PointAt(double along, double across)
        => [(float)(5 + (along / Math.Sqrt(2))), (float)(1 + (along / Math.Sqrt(2))), (float)(across - 2)];
}
