using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>Arguments and options shared by several subcommands, with the parsers of their values.</summary>
internal static class CommonOptions
{
    public const string JsonName = "--json";

    /// <summary>Parses one value; returns false if the text is invalid.</summary>
    public delegate bool Reader<T>(string text, out T value);

    public static Option<bool> Json() => new(JsonName) { Description = "Print JSON, for programs.", Recursive = true };

    public static Argument<string> Bundle() => new("BUNDLE") { Description = "Folder of a bundle, such as artifacts/models/mnist-vae." };

    public static Argument<string[]> Inputs() => new("INPUT")
    {
        Description = "Rows: .npy, .csv, .tsv, .parquet, image files (.png, .jpg, .bmp), folders of images, "
            + "or the name of a data set (its test part).",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Out(string description)
        => new("--out", "-o") { Description = description, HelpName = "PATH", Required = true };

    /// <summary>As <see cref="Out"/>, for subcommands that print the results of some models.</summary>
    public static Option<string?> OptionalOut(string description) => new("--out", "-o") { Description = description, HelpName = "PATH" };

    /// <summary>Returns the value of an option that is required for this model.</summary>
    /// <exception cref="UsageException">The option is missing.</exception>
    public static string Needed(Invocation call, Option<string?> option) =>
        call.Find(option) ?? throw new UsageException($"Option '{option.Name}' is required.");

    public static Option<bool> Resize() => new("--resize") { Description = "Resize images whose size differs from the model's." };

    public static Option<Device> Device() => Parsed(
        "--device", "cpu|cuda[:N]|auto", "The device to run on. The command fails if the device is not available; auto chooses one.",
        "one of cpu, cuda, cuda:N and auto", (string text, out Device device) => TryDevice(text, out device), Runtime.Device.Cpu);

    public static Option<Device> TrainingDevice() => Parsed(
        "--device", "cpu|cuda[:N]", "The device to train on.",
        "one of cpu, cuda and cuda:N", (string text, out Device device) => TryDevice(text, out device)
            && device.Kind != DeviceKind.Auto, Runtime.Device.Cpu);

    public static Option<string> Profile() => new("--profile")
    {
        Description = "A profile of the recipe; full is the unchanged recipe.",
        HelpName = "quick|full|tiny",
        DefaultValueFactory = _ => "full",
    };

    public static Option<int> Whole(string name, string description, int lowest, int? standard = null) => Parsed(
        name, "N", description, $"a whole number of at least {lowest}",
        (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= lowest, standard);

    public static Option<long> Seed(string description) => Parsed(
        "--seed", "N", description, "a whole number",
        (string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value), 0L);

    public static Option<double> Number(
        string name,
        string description,
        string expected,
        Predicate<double> isAllowed,
        double? standard = null) => Parsed(
        name, "X", description, expected,
        (string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value)
            && isAllowed(value),
        standard);

    private static Option<T> Parsed<T>(string name, string valueName, string description, string expected, Reader<T> read, T? standard)
        where T : struct
    {
        var option = new Option<T>(name)
        {
            HelpName = valueName,
            Description = description,
            CustomParser = result => Read(result, name, expected, read)
        };
        if (standard is { } value)
            option.DefaultValueFactory = _ => value;
        return option;
    }

    private static T Read<T>(ArgumentResult result, string name, string expected, Reader<T> read)
    {
        var text = result.Tokens[0].Value;
        if (!read(text, out var value))
            result.AddError($"{name} takes {expected}. Received: {text}.");
        return value;
    }

    private static bool TryDevice(string text, out Device device)
    {
        try
        {
            device = Runtime.Device.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            device = default;
            return false;
        }
    }
}
