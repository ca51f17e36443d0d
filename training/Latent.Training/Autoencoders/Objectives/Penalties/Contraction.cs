using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// ‖∂h/∂x‖² of the encoder, the squared Frobenius norm of its Jacobian, averaged over rows (Rifai et al. 2011). It is exact
/// for dense encoders of any depth: J = D V · D_L W_L ··· D_1 W_1 with D the derivatives of the nonlinearities, multiplied
/// from the code outwards, and ‖M W_1‖² = Σ (M W_1 W_1ᵀ) ∘ M, which needs no matrix of size latent x input per row.
/// </summary>
/// <param name="weight">The weight of the term.</param>
internal sealed class Contraction(double weight) : IPenalty
{
    public string Name => LossTerm.Contraction;

    public double Weight => weight;

    public Tensor Compute(TrainingPass pass) => SquaredNorm(pass.Model, pass.Seen.Tensor).mean();

    /// <summary>Returns whether the norm is known for the layers of a model.</summary>
    /// <param name="options">The options of the model.</param>
    public static bool Knows(AutoencoderOptions options) => options is
    {
        Model.UnitLength: false,
        Network: DenseOptions,
        Code: PlainCodeOptions or SigmoidCodeOptions or GaussianCodeOptions,
    };

    /// <summary>Computes the squared norm of each row.</summary>
    /// <param name="model">A model with a dense encoder.</param>
    /// <param name="x">Normalised rows, [batch, features].</param>
    /// <returns>[batch].</returns>
    public static Tensor SquaredNorm(AutoencoderModel model, Tensor x)
    {
        var encoder = (DenseEncoder)model.Encoder;
        var layers = encoder.Linears;
        var slopes = new List<Tensor>();                                            // of each layer, [batch, width]
        var h = x;
        foreach (var layer in layers)
        {
            var sum = layer.call(h);
            h = encoder.Activation.Apply(sum);
            slopes.Add(encoder.Activation.Slope(sum));
        }

        var jacobian = CodeJacobian(model, h);                                      // [batch or 1, latent, width]
        for (var i = layers.Count - 1; i > 0; i--)
            jacobian = (jacobian * slopes[i].unsqueeze(1)).matmul(layers[i].weight);
        if (layers.Count == 0)
            return jacobian.Squared().sum([1, 2]);

        jacobian = jacobian * slopes[0].unsqueeze(1);
        var gram = layers[0].weight.matmul(layers[0].weight.t());
        return (jacobian.matmul(gram) * jacobian).sum([1, 2]);
    }

    private static Tensor CodeJacobian(AutoencoderModel model, Tensor h)
    {
        var weight = model.Code.Projection.weight.unsqueeze(0);
        return model.Code is PlainCode { Activation: not CodeActivation.Identity } code
            ? weight * code.Activation.Slope(code.Projection.call(h)).unsqueeze(2)
            : weight.expand(h.shape[0], -1, -1);
    }
}
