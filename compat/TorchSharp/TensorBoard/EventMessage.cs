namespace TorchSharp.Utils.tensorboard;

/// <summary>
/// The messages of TensorBoard's event.proto and summary.proto that are written here; the numbers are those of their fields.
/// Each method that takes a tag gives a Summary of one value.
/// </summary>
internal static class EventMessage
{
    private const long DataTypeString = 7;
    private const long ColourRgba = 4;

    public static ProtoMessage Version(string version, double walltime) => new ProtoMessage().Add(1, walltime).Add(3, version);

    public static ProtoMessage Of(ProtoMessage summary, long step, double walltime) =>
        new ProtoMessage().Add(1, walltime).Add(2, step).Add(5, summary);

    public static ProtoMessage Scalar(string tag, float value) => Summary(tag, message => message.Add(2, value));

    public static ProtoMessage Histogram(string tag, HistogramCounts counts) => Summary(tag, message => message.Add(5, new ProtoMessage()
        .Add(1, counts.Min)
        .Add(2, counts.Max)
        .Add(3, (double)counts.Count)
        .Add(4, counts.Sum)
        .Add(5, counts.SumOfSquares)
        .Add(6, counts.Limits)
        .Add(7, counts.Buckets)));

    public static ProtoMessage Image(string tag, Picture picture) => Summary(tag, message => message.Add(4, new ProtoMessage()
        .Add(1, (long)picture.Height)
        .Add(2, (long)picture.Width)
        .Add(3, ColourRgba)
        .Add(4, PngFile.Encode(picture))));

    public static ProtoMessage Text(string tag, string text)
    {
        var shape = new ProtoMessage().Add(2, new ProtoMessage().Add(1, 1L));
        var tensor = new ProtoMessage().Add(1, DataTypeString).Add(2, shape).Add(8, text);
        var plugin = new ProtoMessage().Add(1, new ProtoMessage().Add(1, "text"));
        return Summary(tag + "/text_summary", message => message.Add(9, plugin).Add(8, tensor));
    }

    private static ProtoMessage Summary(string tag, Func<ProtoMessage, ProtoMessage> addValue) =>
        new ProtoMessage().Add(1, addValue(new ProtoMessage().Add(1, tag)));
}
