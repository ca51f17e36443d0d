namespace Latent.Tests.Fuzzing;

/// <summary>Damages bytes as storage, networks and attackers do: changes, cuts, repeats, counts that promise too much.</summary>
public static class ByteMutation
{
    private static readonly byte[][] Counts =
    [
        [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
        [0xFF, 0xFF, 0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF], [0x00, 0x00, 0x00, 0x80], [0x7F], [0x00],
    ];

    public static byte[] Of(byte[] original, Random random)
    {
        var place = random.Next(original.Length);
        return random.Next(5) switch
        {
            0 => Changed(original, random, random.Next(1, 4)),
            1 => original[..place],
            2 => Repeated(original, random, place),
            3 => Overwritten(original, place, Counts[random.Next(Counts.Length)]),
            _ => [.. original[..place], .. original[Math.Min(original.Length, place + random.Next(1, 16))..]],
        };
    }

    private static byte[] Changed(byte[] original, Random random, int count)
    {
        var bytes = (byte[])original.Clone();
        for (; count > 0; count--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static byte[] Repeated(byte[] original, Random random, int place)
    {
        var length = random.Next(1, Math.Min(64, original.Length - place) + 1);
        return [.. original[..place], .. original.AsSpan(place, length), .. original[place..]];
    }

    private static byte[] Overwritten(byte[] original, int place, byte[] count) =>
        [.. original[..place], .. count, .. original[Math.Min(original.Length, place + count.Length)..]];
}
