namespace TorchSharp.Modules;

public partial class RMSProp
{
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public torch.Tensor square_avg = null!;
        public torch.Tensor momentum_buffer = null!;
        public torch.Tensor grad_avg = null!;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            (square_avg, grad_avg, momentum_buffer) = (Zeros(), Zeros(), Zeros());
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg.Save(writer);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg.Load(reader);
            LoadConditionalStateTensor(reader, ref momentum_buffer!, _parameter.device);
            LoadConditionalStateTensor(reader, ref grad_avg!, _parameter.device);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            Dispose();
            step = other.step;
            square_avg = Copy(other.square_avg);
            grad_avg = Copy(other.grad_avg);
            momentum_buffer = Copy(other.momentum_buffer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State that
            && step == that.step
            && square_avg.allclose(that.square_avg)
            && grad_avg.allclose(that.grad_avg)
            && momentum_buffer.allclose(that.momentum_buffer);

        public override void to(torch.Device device)
        {
            square_avg = square_avg.to(device, disposeAfter: true).DetachFromDisposeScope();
            momentum_buffer = momentum_buffer.to(device, disposeAfter: true).DetachFromDisposeScope();
            grad_avg = grad_avg.to(device, disposeAfter: true).DetachFromDisposeScope();
        }

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }
    }
}
