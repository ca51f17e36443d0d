namespace Latent.Tests;

/// <summary>Creates the bytes of IDX files.</summary>
internal static class IdxBytes
{
    /// <summary>Returns two images of height 2 and width 3, with the pixels 0, 20, 40 ... 220.</summary>
    public static byte[] TwoImages() => Create([2, 2, 3], [0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220]);

    public static byte[] Create(int[] shape, byte[] values)
    {
        var header = new List<byte> { 0, 0, 8, (byte)shape.Length };
        foreach (var size in shape)
            header.AddRange([(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size]);
        return [.. header, .. values];
    }
}
