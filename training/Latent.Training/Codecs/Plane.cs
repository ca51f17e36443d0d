namespace Latent.Training.Codecs;

/// <summary>A matrix of values in rows and columns.</summary>
/// <param name="Width">The number of columns.</param>
/// <param name="Height">The number of rows.</param>
/// <param name="Values">The values, row-major.</param>
internal sealed record Plane(int Width, int Height, double[] Values)
{
    /// <summary>Creates a plane of the 8-bit levels of an image.</summary>
    public static Plane Create(ReadOnlySpan<float> pixels, int width, int height)
    {
        var levels = new double[pixels.Length];
        for (var i = 0; i < levels.Length; i++)
            levels[i] = ImageQuality.Level(pixels[i]);
        return new Plane(width, height, levels);
    }

    /// <summary>Multiplies elementwise.</summary>
    public Plane Times(Plane other) => this with { Values = [.. Values.Zip(other.Values, (left, right) => left * right)] };

    /// <summary>Convolves with a separable kernel, without padding.</summary>
    public Plane Filtered(double[] kernel)
    {
        var width = Width - kernel.Length + 1;
        var rows = new double[width * Height];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var k = 0; k < kernel.Length; k++)
                rows[i] += kernel[k] * Values[(i / width * Width) + (i % width) + k];
        }

        var values = new double[width * (Height - kernel.Length + 1)];
        for (var i = 0; i < values.Length; i++)
        {
            for (var k = 0; k < kernel.Length; k++)
                values[i] += kernel[k] * rows[i + (k * width)];
        }

        return new Plane(width, Height - kernel.Length + 1, values);
    }

    /// <summary>Averages 2 x 2 blocks; an odd last row or column is dropped.</summary>
    public Plane Halved()
    {
        var (width, height) = (Width / 2, Height / 2);
        var values = new double[width * height];
        for (var i = 0; i < values.Length; i++)
        {
            var corner = (2 * (i / width) * Width) + (2 * (i % width));
            values[i] = (Values[corner] + Values[corner + 1] + Values[corner + Width] + Values[corner + Width + 1]) / 4;
        }

        return new Plane(width, height, values);
    }
}
