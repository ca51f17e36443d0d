using System.Globalization;
using Latent.Onnx;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Export;
using Latent.Training.Normalization;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Graphs;

/// <summary>
/// Rows for which every machine must compute the same code and the same categories. A sparse code is discontinuous at the
/// threshold below which it drops latents, and a category is the argmax of its one-hot units. A latent on a threshold, or a
/// tie between units, is decided by rounding, which differs between machines without being wrong.
/// </summary>
internal static class UnambiguousRows
{
    // A hundred times the tolerance of the parity check, on codes of unit scale.
    private const float Margin = 1e-3f;

    /// <summary>Finds the rows that are clear of every threshold and tie; all rows, for models without thresholds and categories.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Raw rows, row-major.</param>
    /// <param name="least">The required number of rows.</param>
    /// <exception cref="ParityException">There are fewer rows.</exception>
    public static int[] Find(AutoencoderModel model, float[] rows, int least)
    {
        var count = rows.Length / (int)model.InputSize;
        var margins = Margins(model, rows);
        int[] clear = [.. Enumerable.Range(0, count).Where(row => margins.All(margin => margin[row] > Margin))];
        return clear.Length >= least ? clear : throw new ParityException(string.Create(
            CultureInfo.InvariantCulture,
            $"The export cannot be checked: of {count} rows, {clear.Length} have {Needed(model)}. " +
            $"Expected at least {least}. Nothing was written. {Fix(model)}"));
    }

    /// <summary>Finds the codes that decode to unambiguous categories; all codes, for rows without categorical columns.</summary>
    /// <param name="model">The model.</param>
    /// <param name="codes">Codes, concatenated.</param>
    public static int[] FindCodes(AutoencoderModel model, float[] codes)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        int[] all = [.. Enumerable.Range(0, codes.Length / (int)model.LatentSize)];
        if (!model.Normalizer.HasCategories)
            return all;

        var margin = ToArray(CategoryMargin(model, tensor(codes, [all.Length, model.LatentSize])));
        return [.. all.Where(row => margin[row] > Margin)];
    }

    private static List<float[]> Margins(AutoencoderModel model, float[] rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var x = model.Normalizer.Normalize<TensorValue>(tensor(rows, [rows.Length / model.InputSize, model.InputSize]));
        var margins = new List<float[]>();
        if (model.Code is SparseCode code)
            margins.Add(ToArray(code.Margin(model.Features(x).Tensor)));
        if (model.Normalizer.HasCategories)
            margins.Add(ToArray(CategoryMargin(model, model.Encode(x).Mean)));
        return margins;
    }

    private static Tensor CategoryMargin(AutoencoderModel model, TensorValue codes) =>
        ((RowNormalizer)model.Normalizer).CategoryMargin(model.Decode(codes)).Tensor;

    private static float[] ToArray(Tensor margins) => margins.contiguous().data<float>().ToArray();

    private static string Needed(AutoencoderModel model) => model.Code is SparseCode
        ? string.Create(CultureInfo.InvariantCulture, $"no latent within {Margin} of the threshold at which the code drops it")
        : string.Create(CultureInfo.InvariantCulture, $"only categories that lead by more than {Margin}");

    private static string Fix(AutoencoderModel model) => model.Code is SparseCode
        ? "Train on rows of unit scale (normalization: min_max or standardize), so that the latents are larger."
        : "Train longer, until the model separates the categories.";
}
