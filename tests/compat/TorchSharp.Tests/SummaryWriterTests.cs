using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public sealed class SummaryWriterTests : IDisposable
{
    private const long WallTime = 1_700_000_000;
    private readonly string folder = Directory.CreateTempSubdirectory("events-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Checksum_OfTheDigits_IsTheStandardOne() =>
        Assert.Equal(0xe3069283, EventReader.Checksum("123456789"u8));

    [Fact]
    public void AddScalar_Twice_WritesTagStepTimeAndValue()
    {
        var writer = Create();
        writer.add_scalar("loss/train", 0.5f, 3, WallTime);
        writer.add_scalar("loss/train", 0, 300, WallTime + 1);
        var events = EventReader.Read(folder);
        Assert.Equal([3, 300], events.Select(message => message.Integer(2)));
        Assert.Equal([WallTime, WallTime + 1], events.Select(message => message.Double(1)));
        Assert.Equal(["loss/train", "loss/train"], events.Select(message => Value(message).Text(1)));
        Assert.Equal([0.5f, 0], events.Select(message => Value(message).Single(2)));
        Assert.Equal(folder, writer.LogDir);
    }

    [Fact]
    public void AddScalar_WithoutATime_TakesNow()
    {
        Create().add_scalar("loss", 1, 1);
        var now = DateTimeOffset.Now.ToUnixTimeSeconds();
        Assert.InRange(Assert.Single(EventReader.Read(folder)).Double(1), now - 60, now + 60);
    }

    [Fact]
    public void AddScalars_OfTwoCurves_HasAFolderForEach()
    {
        var writer = Create();
        writer.add_scalars("loss", new Dictionary<string, float> { ["train"] = 1, ["test"] = 2 }, 1, WallTime);
        writer.add_scalars("loss", [("train", 3f)], 2, WallTime);
        var train = EventReader.Read(Path.Combine(folder, "loss_train"));
        Assert.Equal([1f, 3], train.Select(message => Value(message).Single(2)));
        Assert.Equal("loss", Value(train[0]).Text(1));
        Assert.Equal(2, Value(Assert.Single(EventReader.Read(Path.Combine(folder, "loss_test")))).Single(2));
        Assert.Empty(EventReader.Read(folder));
    }

    [Fact]
    public void AddHistogram_OfFourNumbers_CountsThemBetweenItsLimits()
    {
        using var scope = NewDisposeScope();
        Create().add_histogram("weights", tensor(new[] { -1f, 0.5f, 0.5f, 2 }).reshape(2, 2), 1, walltime: WallTime);
        var histogram = Value(Assert.Single(EventReader.Read(folder))).Message(5);
        Assert.Equal([-1, 2, 4, 2, 5.5], Enumerable.Range(1, 5).Select(histogram.Double));
        var (limits, buckets) = (histogram.Doubles(6), histogram.Doubles(7));
        Assert.Equal(limits.Length, buckets.Length);
        Assert.Equal(0, buckets[0]);
        Assert.Equal((1, 1), (buckets[1], buckets[^1]));
        Assert.Equal(4, buckets.Sum());
        Assert.Equal(2, buckets[Array.FindIndex(limits, limit => limit > 0.5)]);
        Assert.All(limits.Zip(limits.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void AddHistogram_WithFewerBins_KeepsTheCount()
    {
        using var scope = NewDisposeScope();
        Create().add_histogram("weights", linspace(-3, 3, 100), 1, walltime: WallTime, max_bins: 40);
        var histogram = Value(Assert.Single(EventReader.Read(folder))).Message(5);
        Assert.InRange(histogram.Doubles(7).Length, 2, 41);
        Assert.Equal(histogram.Doubles(6).Length, histogram.Doubles(7).Length);
        Assert.Equal(100, histogram.Doubles(7).Sum());
    }

    [Theory]
    [InlineData("CHW", new long[] { 1, 2, 3 })]
    [InlineData("HWC", new long[] { 2, 3, 1 })]
    [InlineData("HW", new long[] { 2, 3 })]
    public void AddImg_InAnyLayout_IsAPngOfItsPixels(string format, long[] shape)
    {
        using var scope = NewDisposeScope();
        Create().add_img("digits", tensor(new[] { 0, 0.5f, 1, 2, -1, 0.2f }).reshape(shape), 1, WallTime, format);
        var image = Value(Assert.Single(EventReader.Read(folder))).Message(4);
        Assert.Equal((2, 3), (image.Integer(1), image.Integer(2)));
        byte[] expected = [0, 0, 0, 127, 127, 127, 255, 255, 255, 255, 255, 255, 0, 0, 0, 51, 51, 51];
        Assert.Equal(expected, Pixels(image.Bytes(4), width: 3, height: 2));
    }

    [Fact]
    public void AddImg_OfABatch_IsAGridOfEightInARow()
    {
        using var scope = NewDisposeScope();
        var batch = arange(9, ScalarType.Byte).reshape(9, 1, 1, 1).expand(9, 3, 1, 1);
        Create().add_img("digits", batch, 1, WallTime, "NCHW");
        var image = Value(Assert.Single(EventReader.Read(folder))).Message(4);
        var red = Pixels(image.Bytes(4), width: 8, height: 2).Where((_, index) => index % 3 == 0);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0], red);
    }

    [Fact]
    public void AddImg_OfAGreyBatch_FailsAsGenuineDoes()
    {
        using var scope = NewDisposeScope();
        var writer = Create();
        Assert.Throws<ExternalException>(() => writer.add_img("digits", zeros([2, 1, 4, 4]), 1, WallTime, "NCHW"));
    }

    [Fact]
    public void AddText_WritesATensorForTheTextPlugin()
    {
        Create().add_text("note", "**β** = 4", 1, WallTime);
        var value = Value(Assert.Single(EventReader.Read(folder)));
        Assert.Equal("note/text_summary", value.Text(1));
        Assert.Equal("text", value.Message(9).Message(1).Text(1));
        var content = value.Message(8);
        Assert.Equal(7, content.Integer(1));
        Assert.Equal(1, content.Message(2).Message(2).Integer(1));
        Assert.Equal("**β** = 4", content.Text(8));
    }

    [Fact]
    public void Files_AreNamedByTimeHostAndSuffix()
    {
        utils.tensorboard.SummaryWriter(folder, "mine", createRunName: true);
        var run = Assert.Single(Directory.GetDirectories(folder));
        Assert.EndsWith("_" + System.Net.Dns.GetHostName(), run, StringComparison.Ordinal);
        Assert.EndsWith(".mine", Assert.Single(Directory.GetFiles(run)), StringComparison.Ordinal);
        Assert.Empty(EventReader.Read(run));
    }

    private static EventReader.Fields Value(EventReader.Fields message) => message.Message(5).Message(1);

    /// <summary>The pixels of a PNG file of RGB or RGBA bytes without interlacing, as RGB.</summary>
    private static byte[] Pixels(byte[] png, int width, int height)
    {
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        var channels = png[25] == 6 ? 4 : 3;
        using var rows = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT") rows.Write(png, at + 8, length);
            at += 12 + length;
        }

        rows.Position = 0;
        using var inflated = new MemoryStream();
        new ZLibStream(rows, CompressionMode.Decompress).CopyTo(inflated);
        var lines = inflated.ToArray().Chunk(1 + (width * channels)).ToArray();
        for (var row = 0; row < height; row++) Unfilter(lines[row], row == 0 ? new byte[lines[0].Length] : lines[row - 1], channels);
        return [.. lines.SelectMany(line => line.Skip(1).Chunk(channels).SelectMany(pixel => pixel[..3]))];
    }

    private static void Unfilter(byte[] line, byte[] above, int channels)
    {
        for (var i = 1; i < line.Length; i++)
        {
            var (left, up, corner) = i > channels ? (line[i - channels], above[i], above[i - channels]) : ((byte)0, above[i], (byte)0);
            line[i] += line[0] switch { 0 => 0, 1 => left, 2 => up, 3 => (byte)((left + up) / 2), _ => Paeth(left, up, corner) };
        }
    }

    private static byte Paeth(byte left, byte up, byte corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private SummaryWriter Create() => utils.tensorboard.SummaryWriter(folder);
}
