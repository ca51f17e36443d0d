namespace Latent.Bundles.Tests;

/// <summary>Damages bytes as storage, networks and attackers do: changes, cuts, repeats.</summary>
public static class Mutation
{
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = (byte[])original.Clone();
        var place = random.Next(bytes.Length);
        switch (random.Next(3))
        {
            case 0:
                for (var i = random.Next(1, 4); i > 0; i--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 1:
                return bytes[..place];
            default:
                var length = random.Next(1, Math.Min(64, bytes.Length - place) + 1);
                return [.. bytes[..place], .. bytes.AsSpan(place, length), .. bytes[place..]];
        }
    }
}
