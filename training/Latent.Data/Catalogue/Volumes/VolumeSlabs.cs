namespace Latent.Data;

/// <summary>
/// Splits a volume by region. Neighboring slices look alike, so a random split by slice would leak validation and test slices
/// into training. Each set is therefore made of contiguous slabs; the gaps around the validation and test slabs are unused.
/// </summary>
internal static class VolumeSlabs
{
    // Fractions of the depth.
    private static readonly (double From, double To) TestSlab = (0.42, 0.54);
    private static readonly (double From, double To) ValidationSlab = (0.60, 0.66);

    // Training slices with at most this fraction of non-black voxels show too little of the body and are skipped.
    private const double MinBody = 0.02;

    /// <summary>Returns the slices as gray images, with the front of the body up.</summary>
    /// <param name="name">The name of the data set.</param>
    /// <param name="volume">The volume.</param>
    /// <param name="window">The window of values to show.</param>
    /// <param name="every">The step from one slice to the next.</param>
    /// <param name="gap">The number of unused slices on either side of a validation or test slab.</param>
    public static PublishedData Divide(string name, Volume volume, GrayWindow window, int every, int gap)
    {
        var (test, validation) = (Range(TestSlab, volume.Depth), Range(ValidationSlab, volume.Depth));
        var train = Enumerable.Range(0, volume.Depth).Where(slice => IsClear(slice, test, gap) && IsClear(slice, validation, gap));
        return new PublishedData(
            Images(name, volume, window, [.. Every(train, every).Where(slice => ShowsBody(volume.Slice(slice), window))]),
            Images(name, volume, window, [.. Every(Slices(test), every)]),
            Images(name, volume, window, [.. Every(Slices(validation), every)]));
    }

    private static (int First, int End) Range((double From, double To) slab, int depth)
        => ((int)(slab.From * depth), (int)(slab.To * depth));

    private static IEnumerable<int> Slices((int First, int End) slab) => Enumerable.Range(slab.First, slab.End - slab.First);

    private static IEnumerable<int> Every(IEnumerable<int> slices, int step) => slices.Where((_, position) => position % step == 0);

    private static bool IsClear(int slice, (int First, int End) slab, int gap) => slice < slab.First - gap || slice >= slab.End + gap;

    private static bool ShowsBody(ReadOnlySpan<float> slice, GrayWindow window)
    {
        var shown = 0;
        foreach (var voxel in slice)
            shown += window.ToGray(voxel) > 0 ? 1 : 0;
        return shown > MinBody * slice.Length;
    }

    private static Dataset Images(string name, Volume volume, GrayWindow window, int[] slices)
    {
        var values = new float[slices.Length * volume.Height * volume.Width];
        for (var i = 0; i < slices.Length; i++)
            CopySlice(volume, slices[i], window, values.AsSpan(i * volume.Height * volume.Width, volume.Height * volume.Width));
        return new Dataset(name, [1, volume.Height, volume.Width], values, range: ValueRange.Unit);
    }

    private static void CopySlice(Volume volume, int slice, GrayWindow window, Span<float> image)
    {
        var voxels = volume.Slice(slice);
        for (var i = 0; i < image.Length; i++)
        {
            var (row, column) = (i / volume.Width, i % volume.Width);
            image[i] = window.ToGray(voxels[((volume.Height - 1 - row) * volume.Width) + column]);
        }
    }
}
