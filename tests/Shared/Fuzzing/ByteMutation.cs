namespace Latent.Tests.Fuzzing;

/// <summary>Damages bytes as storage, networks and attackers do: changed, missing and repeated bytes, counts that are too large.</summary>
public static class ByteMutation
{
    private static readonly byte[][] Counts =
    [
        [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
        [0xFF, 0xFF, 0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF], [0x00, 0x00, 0x00, 0x80], [0x7F], [0x00],
    ];

    public static byte[] Create(byte[] original, Random random)
    {
        var position = random.Next(original.Length);
        return random.Next(5) switch
        {
            0 => Changed(original, random, random.Next(1, 4)),
            1 => original[..position],
            2 => Repeated(original, random, position),
            3 => Overwritten(original, position, Counts[random.Next(Counts.Length)]),
            _ => [.. original[..position], .. original[Math.Min(original.Length, position + random.Next(1, 16))..]],
        };
    }

    private static byte[] Changed(byte[] original, Random random, int count)
    {
        var bytes = (byte[])original.Clone();
        for (; count > 0; count--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static byte[] Repeated(byte[] original, Random random, int position)
    {
        var length = random.Next(1, Math.Min(64, original.Length - position) + 1);
        return [.. original[..position], .. original.AsSpan(position, length), .. original[position..]];
    }

    private static byte[] Overwritten(byte[] original, int position, byte[] count) =>
        [.. original[..position], .. count, .. original[Math.Min(original.Length, position + count.Length)..]];
}
